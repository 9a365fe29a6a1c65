/** One conversation with a client: who answers it, what was said, and the reply. */
import { useCallback, useMemo } from 'react';
import { Chat } from '../../conversation/Chat.tsx';
import { ChatLive } from '../../conversation/ChatLive.tsx';
import type { ActionsOf } from '../../conversation/messageAction.ts';
import { useForward } from '../../features/forward/useForward.tsx';
import { SoundSwitch } from '../../features/line/SoundSwitch.tsx';
import { useClientSound } from '../../features/line/useClientSound.ts';
import { useReplyCare } from '../../features/line/useReplyCare.tsx';
import { useQuickReplies } from '../../features/quickReplies/useQuickReplies.tsx';
import { ReplyAs } from '../../features/session/ReplyAs.tsx';
import { SessionBar } from '../../features/session/SessionBar.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { ForwardIcon } from '../../ui/Icon/icons.tsx';
import { InHeader } from './headerSlot.tsx';
import styles from './LineChat.module.css';
import { UnreadLine } from './UnreadLine.tsx';
import { useLineChat, type LineChatOptions } from './useLineChat.ts';
import { useReplyHold } from './useReplyHold.ts';
import { variablesOf } from './variablesOf.ts';

interface LineChatProps extends LineChatOptions {
  isAdmin: boolean;
  /** reads the list of chats anew */
  onChanged: () => Promise<void>;
  cardTitle: string;
}

export function LineChat({ onChanged, cardTitle, ...options }: LineChatProps) {
  const { portal, user, isAdmin, entity, card, chat } = options;
  const { t, language } = useTranslation();
  const { chat: shown, line, authors, people, clientName } = useLineChat(options);
  const { live, composer, focusField } = shown;
  const { dialog, isActive, refresh } = line;
  const { messages, files } = live.timeline;
  const clientId = dialog?.clientId ?? null;

  const variables = useMemo(
    () => variablesOf({ card, user, clientName, language }),
    [card, user, clientName, language],
  );
  const quickReplies = useQuickReplies({
    portal,
    userId: user.id,
    isAdmin,
    variables,
    chatId: chat.chatId,
    isMember: shown.isMember,
  });
  const forward = useForward({
    portal,
    user,
    entity,
    cardTitle,
    channelTitle: chat.connectorTitle,
    people,
    files,
    clientId,
    dialogId: shown.dialogId,
  });
  const sound = useClientSound({ memberId: portal.memberId, userId: user.id }, live.timeline);
  const asUserId = authors.isOther ? authors.author.id : undefined;
  const care = useReplyCare({
    chat,
    dialog,
    messages,
    people,
    currentUserId: user.id,
    asUserId,
    composer,
  });
  const hold = useReplyHold({ line, isOther: authors.isOther });

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
  const newest = messages.findLast(({ authorId, isDeleted }) => authorId === clientId && !isDeleted);
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
          rest={portal.rest}
          chatId={chat.chatId}
          dialog={dialog}
          isMember={line.isMember}
          isActive={isActive}
          canJoin={line.canJoin ?? undefined}
          currentUserId={user.id}
          isAdmin={isAdmin}
          people={people}
          channelTitle={chat.connectorTitle}
          clientName={clientName}
          onChanged={async () => void (await Promise.all([refresh(), onChanged()]))}
          onDone={focusField}
        />
        <Chat
          chat={shown}
          actionsOf={actionsOf}
          reachesClient
          beginning={line.beginning}
          canMention={false}
          canAttach={shown.isMember}
          unread={<UnreadLine error={live.error} retry={() => void refresh()} isBusy={live.isReading} />}
          previewNote={note}
          composer={{
            notice: hold ? (
              <>
                <p className={styles.held}>{hold.words}</p>
                {care.warning}
              </>
            ) : (
              care.notice
            ),
            counter: care.counter,
            onSend: care.onSend,
            holdOf: (text) => hold ?? care.holdOf?.(text) ?? null,
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
