/** For who may write to a chat and does not read it, or not yet: why nothing is shown, and what they wrote. */
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { Notice } from '../ui/Notice/Notice.tsx';
import styles from './Conversation.module.css';
import { MessageList } from './MessageList.tsx';
import type { MessageListProps } from './messageListProps.ts';
import { emptyTimeline } from './timeline.ts';
import { useScrollableBox } from './useScrollableBox.ts';

interface WriteOnlyProps extends MessageListProps {
  /** in the place of the explanation; stands alone until something is written */
  instead?: ReactNode;
}

const noClaims: ReadonlyMap<number, string> = new Map();

export function WriteOnly({ instead, ...list }: WriteOnlyProps) {
  const { t } = useTranslation();
  const box = useScrollableBox<HTMLDivElement>();
  const hasReason = instead !== undefined;
  return (
    <>
      {hasReason ? (
        <div className={styles.instead} {...box}>
          {instead}
        </div>
      ) : (
        <div className={styles.notices}>
          <Notice title={t('task.writeOnlyTitle')}>{t('task.writeOnlyText')}</Notice>
        </div>
      )}
      {(!hasReason || list.items.length > 0) && (
        <MessageList {...list} timeline={emptyTimeline} claims={noClaims} />
      )}
    </>
  );
}
