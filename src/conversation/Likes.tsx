/** Who likes a message: a chip with their number, and a button for one's own like where that can be given. */
import { useMemo } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { Person } from '../portal/methods/dialogMessages.ts';
import { HeartFilledIcon } from '../ui/Icon/icons.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './Likes.module.css';
import type { MessageAction } from './messageAction.ts';

interface LikesProps {
  /** ids as the portal has them */
  likedBy: readonly number[];
  people: ReadonlyMap<number, Person>;
  currentUserId: number;
  /** the own like, which may be ahead of the portal; undefined: nothing can be liked here */
  action: MessageAction | undefined;
  tabIndex: number;
}

/** more are not named one by one */
const mostNames = 12;

export function Likes({ likedBy, people, currentUserId, action, tabIndex }: LikesProps) {
  const { t, formatNumber, language } = useTranslation();
  const others = likedBy.filter((id) => id !== currentUserId);
  const isLiked = action?.isPressed ?? likedBy.length > others.length;
  const count = others.length + (isLiked ? 1 : 0);
  const list = useMemo(() => new Intl.ListFormat(language, { type: 'conjunction' }), [language]);
  if (count === 0) return null;

  const named = others.flatMap((id) => people.get(id)?.name.trim() || []).slice(0, mostNames);
  const unnamed = others.length - named.length;
  const names = list.format([
    ...(isLiked ? [t('common.you')] : []),
    ...named,
    ...(unnamed > 0 ? [t('actions.othersLike', { count: unnamed })] : []),
  ]);
  const words = t('actions.likes', { count, names });
  const inside = (
    <>
      <HeartFilledIcon size={14} />
      <span aria-hidden>{formatNumber(count)}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </>
  );
  if (!action)
    return (
      <span className={styles.likes} title={words}>
        {inside}
      </span>
    );
  return (
    <button
      type="button"
      className={styles.likes}
      title={words}
      aria-pressed={isLiked}
      tabIndex={tabIndex}
      onClick={action.run}
    >
      {inside}
    </button>
  );
}
