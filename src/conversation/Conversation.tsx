/** One dialog on the screen: notices, messages, composer. */
import type { ReactNode } from 'react';
import { Composer, type ComposerProps } from './Composer.tsx';
import styles from './Conversation.module.css';
import { MessageList, type MessageListProps } from './MessageList.tsx';
import { WriteOnly } from './WriteOnly.tsx';

export interface ConversationProps {
  list: MessageListProps;
  composer: ComposerProps;
  /** `Notice`s, above the messages */
  notices?: ReactNode;
  /** the person may write here but not read: an explanation and what they wrote stand in the place of the messages */
  writeOnly?: boolean;
  /** shown in the place of the messages while there is none */
  emptyState?: ReactNode;
}

/** Fills its parent, which must have a height; made for 340 to 1600 CSS pixels of width and 300 and more of height. */
export function Conversation({ list, composer, notices, writeOnly = false, emptyState }: ConversationProps) {
  return (
    <div className={styles.conversation}>
      {notices !== undefined && <div className={styles.notices}>{notices}</div>}
      <div className={styles.main}>
        {writeOnly ? <WriteOnly {...list} /> : <MessageList {...list} emptyState={emptyState} />}
      </div>
      <div className={styles.composer}>
        <Composer {...composer} />
      </div>
    </div>
  );
}
