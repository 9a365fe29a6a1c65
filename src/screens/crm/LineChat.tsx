/** One conversation with a client: who answers it, what was said, and the reply. */
import { useCallback, useMemo } from 'react';
import { Chat } from '../../conversation/Chat.tsx';
import { ChatLive } from '../../conversation/ChatLive.tsx';
import type { ActionsOf } from '../../conversation/messageAction.ts';
import { nameOf } from '../../delivery/owner.ts';
import { canForward, useForward } from '../../features/forward/useForward.tsx';
import type { ForwardRuns } from '../../features/forward/useForwardRuns.ts';
import { SoundSwitch } from '../../features/line/SoundSwitch.tsx';
import { useClientSound } from '../../features/line/useClientSound.ts';
import { useReplyCare } from '../../features/line/useReplyCare.tsx';
import { useQuickReplies } from '../../features/quickReplies/useQuickReplies.tsx';
import type { ReplyStore } from '../../features/quickReplies/useReplyStore.ts';
import { ReplyAs } from '../../features/session/ReplyAs.tsx';
import { SessionBar } from '../../features/session/SessionBar.tsx';
import { useSession } from '../../features/session/useSession.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { ForwardIcon } from '../../ui/Icon/icons.tsx';
import { InHeader } from './headerSlot.tsx';
import styles from './LineChat.module.css';
import { ReplyNotice } from './ReplyNotice.tsx';
import { UnreadLine } from './UnreadLine.tsx';
import { useLineChat, type LineChatOptions } from './useLineChat.ts';
import { useReplyHold } from './useReplyHold.ts';
import { useWriter } from './useWriter.ts';
import { variablesOf } from './variablesOf.ts';

/** "To task" (`useForward`). */
const keysOnMessages = [{ keys: ['T'], name: 'forward.toTask' }] as const;

interface LineChatProps extends LineChatOptions {
  isAdmin: boolean;
  /** reads the list of chats anew */
  onChanged: () => Promise<void>;
  cardTitle: string;
  replyStore: ReplyStore;
  /** of all chats of the card */
  forwards: ForwardRuns;
}

export function LineChat({ onChanged, cardTitle, replyStore, forwards, ...options }: LineChatProps) {
  const { portal, user, isAdmin, entity, card, chat } = options;
  const { t, language } = useTranslation();
  const { chat: shown, line, authors, people, clientId, clientName } = useLineChat(options);
  const { live, composer, focusField } = shown;
  const { dialog, isActive, refresh } = line;
  const { messages, files } = live.timeline;

  const variables = useMemo(
    () => variablesOf({ card, user, origins: chat.origins, clientName, language }),
    [card, user, chat.origins, clientName, language],
  );
  const quickReplies = useQuickReplies({
    portal,
    store: replyStore,
    userId: user.id,
    isAdmin,
    variables,
    chatId: chat.chatId,
    isMember: shown.isMember,
  });
  const forward = useForward(
    {
      portal,
      user,
      entity,
      cardTitle,
      channelTitle: chat.connectorTitle,
      people,
      files,
      clientId,
      dialogId: shown.dialogId,
    },
    forwards,
  );
  const sound = useClientSound({ memberId: portal.memberId, userId: user.id }, shown.dialogId, live.timeline);
  const asUserId = authors.isOther ? authors.author.id : undefined;
  const care = useReplyCare({
    chat,
    dialog,
    messages,
    isRead: live.reading !== null,
    keptAs: nameOf({ memberId: portal.memberId, userId: user.id }, 'begun', shown.dialogId),
    people,
    currentUserId: user.id,
    asUserId,
    composer,
    focusField,
  });
  const session = useSession({
    rest: portal.rest,
    chatId: chat.chatId,
    dialog,
    isMember: line.isMember,
    isActive,
    canJoin: line.canJoin ?? undefined,
    toldOwnerId: line.sessionOwnerId,
    currentUserId: user.id,
    isAdmin,
    people,
    onChanged: async () => void (await Promise.all([refresh(), onChanged()])),
  });
  const hold = useReplyHold({ line, session, isOther: authors.isOther });
  const writer = useWriter({
    authors,
    currentUser: user,
    fileCount: options.kept.files[0].length,
    onSend: care.onSend,
    holdOf: (text) => (hold ? { words: hold.words } : (care.holdOf?.(text) ?? null)),
  });

  const { actionsOf: builtIn } = shown;
  const { actionOf: toTask } = forward;
  const { actionsOf: asReply } = quickReplies;
  const actionsOf = useCallback<ActionsOf>(
    (message) => {
      const task = toTask(message);
      return [...(task ? [task] : []), ...builtIn(message), ...asReply(message)];
    },
    [toTask, builtIn, asReply],
  );
  const newest = messages.findLast((message) => message.authorId === clientId && canForward(message));
  const told = hold ? care.warning : care.notice;
  const note = useMemo(() => <p className={styles.automatic}>{t('crm.sentAutomatically')}</p>, [t]);

  return (
    <>
      <InHeader>
        <ChatLive chat={shown} />
        <SoundSwitch sound={sound} />
        {newest && (
          <Button icon={<ForwardIcon />} onClick={() => forward.open(newest)}>
            <span className={styles.word}>{t('forward.toTask')}</span>
          </Button>
        )}
      </InHeader>
      <div className={styles.line}>
        <SessionBar
          session={session}
          channelTitle={chat.connectorTitle}
          clientName={clientName}
          onDone={focusField}
        />
        <Chat
          chat={shown}
          actionsOf={actionsOf}
          reachesClient
          beginning={line.beginning}
          canMention={false}
          canAttach={shown.isMember}
          unread={
            <UnreadLine
              error={live.error}
              retry={() => void refresh()}
              isBusy={live.isReading}
              onGone={focusField}
            />
          }
          previewNote={note}
          keysOnMessages={keysOnMessages}
          composer={{
            notice: (
              <ReplyNotice hold={hold} actions={session.actions} onGone={focusField}>
                {quickReplies.notice ? (
                  <>
                    {quickReplies.notice}
                    {told}
                  </>
                ) : (
                  told
                )}
              </ReplyNotice>
            ),
            counter: care.counter,
            ...writer,
            files: options.kept.files,
            quickReplies: quickReplies.source,
            beside: <ReplyAs authors={authors} currentUser={user} />,
          }}
        />
      </div>
      {forward.dialog}
      {quickReplies.dialog}
    </>
  );
}
