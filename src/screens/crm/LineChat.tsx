/** One conversation with a client: who answers it, what was said, and the reply. */
import { useCallback, useMemo } from 'react';
import { Chat } from '../../conversation/Chat.tsx';
import type { ElsewhereAround } from '../../conversation/elsewhere/elsewhereAround.ts';
import type { ActionsOf } from '../../conversation/messageAction.ts';
import { canForward, useForward } from '../../features/forward/useForward.tsx';
import type { ForwardRuns } from '../../features/forward/useForwardRuns.ts';
import type { ReplyStore } from '../../features/quickReplies/useReplyStore.ts';
import { SessionBar } from '../../features/session/SessionBar.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import styles from './LineChat.module.css';
import { LineHeader } from './LineHeader.tsx';
import { UnreadLine } from './UnreadLine.tsx';
import { useLineChat, type LineChatOptions } from './useLineChat.ts';
import { useReplying } from './useReplying.tsx';

/** "To task" (`useForward`). */
const keysOnMessages = [{ keys: ['T'], name: 'forward.toTask' }] as const;

interface LineChatProps extends LineChatOptions {
  cardTitle: string;
  replyStore: ReplyStore;
  /** of all chats of the card */
  forwards: ForwardRuns;
  /** other chats of the card */
  chatOf: ElsewhereAround['chatOf'];
}

export function LineChat({ cardTitle, replyStore, forwards, chatOf, ...options }: LineChatProps) {
  const { portal, user, entity, chat } = options;
  const { t } = useTranslation();
  const shown = useLineChat(options);
  const { line, session, people, clientId, clientName } = shown;
  const { live, dialogId, isMember, focusField } = shown.chat;
  const { messages, files } = live.timeline;

  const reply = useReplying({ ...options, shown, replyStore });
  const channelTitle = chat.connectorTitle;
  const forward = useForward(
    { portal, user, entity, cardTitle, channelTitle, people, files, clientId, dialogId },
    forwards,
  );
  const newest = messages.findLast((message) => message.authorId === clientId && canForward(message));

  const { actionsOf: builtIn } = shown.chat;
  const { actionOf: toTask } = forward;
  const { actionsOf: asReply } = reply;
  const actionsOf = useCallback<ActionsOf>(
    (message) => {
      const task = toTask(message);
      return [...(task ? [task] : []), ...builtIn(message), ...asReply(message)];
    },
    [toTask, builtIn, asReply],
  );
  const note = useMemo(() => <p className={styles.automatic}>{t('crm.sentAutomatically')}</p>, [t]);

  return (
    <>
      <LineHeader chat={shown.chat} onForward={newest && (() => forward.open(newest))} />
      <div className={styles.line}>
        <SessionBar
          session={session}
          channelTitle={channelTitle}
          clientName={clientName}
          onDone={focusField}
        />
        <Chat
          chat={shown.chat}
          actionsOf={actionsOf}
          reachesClient
          beginning={line.beginning}
          canMention={false}
          canAttach={isMember}
          unread={
            <UnreadLine
              error={live.error}
              retry={() => void line.refresh()}
              isBusy={live.isReading}
              onGone={focusField}
            />
          }
          previewNote={note}
          chatOf={chatOf}
          keysOnMessages={keysOnMessages}
          composer={reply.composer}
        />
      </div>
      {forward.dialog}
      {reply.dialog}
    </>
  );
}
