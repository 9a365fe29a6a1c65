/** What stands in the bubble of a message: what it answers, what it says, and the small line below. */
import { ActionNotes } from './actions/ActionNotes.tsx';
import { CopiesNote } from './CopiesNote.tsx';
import { DeliveryState } from './DeliveryState.tsx';
import { Likes } from './Likes.tsx';
import type { MessageAction } from './messageAction.ts';
import { carriesMore, MessageBody } from './MessageBody.tsx';
import styles from './MessageContent.module.css';
import { MessageMeta } from './MessageMeta.tsx';
import type { MessageRowProps } from './MessageRow.tsx';
import { OutgoingFile } from './OutgoingFile.tsx';
import { OutgoingNote } from './outgoingNote.tsx';
import { QuoteLine } from './QuoteLine.tsx';
import { isByAgents, sideOf } from './side.ts';
import { Undelivered } from './Undelivered.tsx';

interface MessageContentProps extends MessageRowProps {
  actions: readonly MessageAction[];
  /** of what Tab should reach in the current row only */
  tabIndex: number;
}

export function MessageContent(props: MessageContentProps) {
  const {
    message,
    item,
    hold = null,
    isChecking = false,
    hasCopies,
    isOwn,
    around,
    actions,
    tabIndex,
  } = props;
  const known = message ? around.quotes.get(message.id) : undefined;
  const quote = message?.isDeleted ? undefined : (known ?? props.quote);
  const channelState = isByAgents(sideOf(message, isOwn, around)) ? message?.channelState : undefined;
  const marks = message && around.marksOf?.(message);
  const hasMarks = marks !== undefined && marks !== null && marks !== false;
  const isStacked = message ? carriesMore(message) : item?.kind === 'file';
  return (
    <div
      className={styles.content}
      data-stacked={isStacked || undefined}
      data-with-marks={hasMarks || undefined}
    >
      <div className={styles.body}>
        {quote && <QuoteLine quote={quote} around={around} tabIndex={tabIndex} />}
        <MessageBody text={message?.text ?? item?.text ?? ''} message={message} around={around} />
        {item && <OutgoingFile item={item} />}
        {item && <DeliveryState item={item} hold={hold} isChecking={isChecking} actions={around.actions} />}
        {item && <OutgoingNote itemKey={item.key} />}
        {channelState === 'failed' && <Undelivered />}
        {hasCopies && <CopiesNote messageId={message?.id ?? item?.traceId} around={around} />}
      </div>
      {hasMarks && <div className={styles.marks}>{marks}</div>}
      <MessageMeta
        moment={message?.date ?? item?.createdAt ?? ''}
        message={message}
        item={item}
        hold={hold}
        isOwn={isOwn}
        channelState={channelState}
        likes={
          message &&
          !message.isDeleted && (
            <Likes
              likedBy={message.likedBy}
              people={around.people}
              currentUserId={around.currentUserId}
              action={actions.find(({ id }) => id === 'like')}
              tabIndex={tabIndex}
            />
          )
        }
      />
      <ActionNotes actions={actions} />
    </div>
  );
}
