/** One dialog on the screen: notices, messages, composer. */
import { type ReactNode, useState } from 'react';
import type { ComposerProps } from './composer/composerProps.ts';
import { ComposerPart } from './ComposerPart.tsx';
import styles from './Conversation.module.css';
import { MessageList } from './MessageList.tsx';
import type { MessageListProps } from './messageListProps.ts';
import { UnsentBar } from './UnsentBar.tsx';
import { useFocusCalls } from './useFocusCalls.ts';
import { useScrollableBox } from './useScrollableBox.ts';
import { WriteOnly } from './WriteOnly.tsx';

export interface ConversationProps {
  list: Omit<MessageListProps, 'sends'>;
  composer: ComposerProps;
  /** `Notice`s, above the messages */
  notices?: ReactNode;
  /** the person may write here but not read: an explanation and what they wrote stand in the place of the messages */
  writeOnly?: boolean;
  /** with `writeOnly`: in the place of that explanation, because nothing is read so far, or cannot be */
  instead?: ReactNode;
  /** shown in the place of the messages while there is none */
  emptyState?: ReactNode;
  /** above the composer: what needs the person in other chats */
  elsewhere?: ReactNode;
  /** a `SidePanel` beside the messages; where there is no room, over their lower part */
  aside?: ReactNode;
  /** whether `aside` shows anything */
  hasAside?: boolean;
  /** above the composer: what is done with several messages */
  bar?: ReactNode;
}

/** Fills its parent, which must have a height; made for 340 to 1600 CSS pixels of width and 300 and more of height. */
export function Conversation(props: ConversationProps) {
  const { composer, notices, writeOnly = false, emptyState, elsewhere } = props;
  const { instead, aside, hasAside = false, bar } = props;
  const noticesBox = useScrollableBox<HTMLDivElement>();
  const [sends, countSends] = useState(0);
  const [focusCall, goToField] = useFocusCalls();
  const list = { onLeave: goToField, ...props.list, sends };
  const { items, actions } = list;
  return (
    <div className={styles.conversation}>
      {notices !== undefined && (
        <div className={styles.notices} {...noticesBox}>
          {notices}
        </div>
      )}
      <div className={styles.middle}>
        <div className={styles.main}>
          {writeOnly ? (
            <WriteOnly {...list} instead={instead} />
          ) : (
            <MessageList {...list} emptyState={emptyState} />
          )}
        </div>
        {hasAside && <div className={styles.aside}>{aside}</div>}
      </div>
      <div className={styles.composer}>
        {bar}
        <UnsentBar items={items} actions={actions} onGone={goToField} />
        {elsewhere}
        <ComposerPart
          {...composer}
          focusCall={focusCall + (composer.focusCall ?? 0)}
          onSend={(text, how) => {
            // Who saves a change stays where they are reading.
            if (composer.context?.kind !== 'edit') countSends((count) => count + 1);
            return composer.onSend(text, how);
          }}
        />
      </div>
    </div>
  );
}
