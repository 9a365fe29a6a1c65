/** What will be written into the task, as its chat will show it. */
import { MessageText } from '../../conversation/MessageText.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import styles from './ForwardDialog.module.css';
import type { Forwarding } from './forwarding.ts';

interface ForwardPreviewProps {
  forwarding: Forwarding;
  /** BB code */
  text: string;
  /** it was too long */
  isCut: boolean;
}

/** characters; a longer text is folded away, so that the buttons stay near */
const shortText = 700;

export function ForwardPreview({ forwarding, text, isCut }: ForwardPreviewProps) {
  const { portal, user, people } = forwarding;
  const { t } = useTranslation();
  return (
    <details className={styles.preview} open={text.length < shortText}>
      <summary>{t('forward.preview')}</summary>
      <div className={styles.written}>
        <MessageText text={text} around={{ people, currentUserId: user.id, portalOrigin: portal.origin }} />
      </div>
      {isCut && <p className={styles.note}>{t('forward.isCut')}</p>}
    </details>
  );
}
