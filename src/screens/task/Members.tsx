/** A few faces of the chat; who they are is told by their names. */
import { useTranslation } from '../../i18n/context.tsx';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import { safeImage } from '../../text/safeLink.ts';
import { Avatar } from '../../ui/Avatar/Avatar.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './Members.module.css';

interface MembersProps {
  /** in the order in which they are shown; who is not among `people` is left out */
  ids: readonly number[];
  people: ReadonlyMap<number, Person>;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
}

const most = 4;

export function Members({ ids, people, portalOrigin }: MembersProps) {
  const { t } = useTranslation();
  const known = [...new Set(ids)].flatMap((id) => people.get(id) ?? []);
  if (known.length === 0) return null;
  const names = t('task.members', { names: known.map(({ name }) => name).join(', ') });
  return (
    <p className={styles.members} title={names}>
      <VisuallyHidden>{names}</VisuallyHidden>
      {known.slice(0, most).map(({ id, name, color, avatarUrl }) => (
        <span className={styles.face} key={id}>
          <Avatar
            name={name}
            src={avatarUrl ? safeImage(avatarUrl, portalOrigin) : null}
            color={color ?? undefined}
            size={26}
          />
        </span>
      ))}
    </p>
  );
}
