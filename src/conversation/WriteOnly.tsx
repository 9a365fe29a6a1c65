/** For a person who may write to a chat and not read it: why nothing is shown, and what they wrote. */
import { useTranslation } from '../i18n/context.tsx';
import { Notice } from '../ui/Notice/Notice.tsx';
import styles from './Conversation.module.css';
import { MessageList, type MessageListProps } from './MessageList.tsx';
import { emptyTimeline } from './timeline.ts';

const noClaims: ReadonlyMap<number, string> = new Map();

export function WriteOnly(props: MessageListProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.notices}>
        <Notice title={t('task.writeOnlyTitle')}>{t('task.writeOnlyText')}</Notice>
      </div>
      <MessageList {...props} timeline={emptyTimeline} claims={noClaims} />
    </>
  );
}
