/** The chat of a task that has one: reading and writing, or writing alone where reading is refused. */
import { useLayoutEffect, useState } from 'react';
import { Conversation } from '../../conversation/Conversation.tsx';
import { LiveState } from '../../conversation/LiveState.tsx';
import { useTimeline } from '../../conversation/useTimeline.ts';
import type { Portal } from '../../portal/connect.ts';
import type { DialogPage } from '../../portal/methods/dialogMessages.ts';
import { dialogOfChat } from '../../portal/methods/dialogs.ts';
import type { Task } from '../../portal/methods/tasks.ts';
import type { CurrentUser } from '../../portal/methods/users.ts';
import { lengthForPortal, textLimit } from '../../portal/wireText.ts';
import { openDialogStore } from '../../sending/store.ts';
import { sendTaskMessage } from '../../sending/taskMessage.ts';
import { useOutbox } from '../../sending/useOutbox.ts';
import { ChatNotices } from './ChatNotices.tsx';
import { EmptyChat } from './EmptyChat.tsx';
import { TaskHeader } from './TaskHeader.tsx';
import styles from './TaskScreen.module.css';
import { useIsOnline } from './useIsOnline.ts';

interface TaskChatProps {
  portal: Portal;
  user: CurrentUser;
  task: Task;
  chatId: number;
  /** null: this person may not read the chat */
  firstPage: DialogPage | null;
}

export function TaskChat({ portal, user, task, chatId, firstPage }: TaskChatProps) {
  const isOnline = useIsOnline();
  const live = useTimeline(portal.rest, dialogOfChat(chatId), firstPage);
  const [store] = useState(() => openDialogStore({ ...portal, userId: user.id }, `task:${task.id}`));
  const desk = useOutbox({
    userId: user.id,
    store,
    send: (text) => sendTaskMessage(portal.restApi, task.id, text),
    readChat: live.readBack,
  });
  const { outbox } = desk;
  // The button that was pressed goes with its message: the field is where one goes on.
  const [focusCall, callFocus] = useState(0);
  const { messages } = live.timeline;
  // Before the paint: an echo and its message must never be seen side by side.
  useLayoutEffect(() => outbox.settle(messages), [outbox, messages]);

  const isStranger = task.participantIds !== null && !task.participantIds.includes(user.id);
  const hasWritten = messages.some(({ authorId }) => authorId === user.id);

  return (
    <main className={styles.screen}>
      <TaskHeader task={task}>
        {live.isReadable && <LiveState state={liveState(isOnline, live.error?.kind)} />}
      </TaskHeader>
      <div className={styles.conversation}>
        <Conversation
          writeOnly={!live.isReadable}
          emptyState={<EmptyChat />}
          notices={
            <ChatNotices
              isOnline={isOnline}
              error={live.isReadable && live.isOutOfDate ? live.error : null}
              isLasting={desk.isLasting}
              willJoin={isStranger && !hasWritten}
            />
          }
          list={{
            timeline: live.timeline,
            outgoing: desk.items,
            claims: desk.claims,
            currentUserId: user.id,
            portalOrigin: portal.origin,
            onLoadOlder: live.loadOlder,
            isLoadingOlder: live.isLoadingOlder,
            olderFailed: live.olderError !== null,
            actions: {
              checkAgain: (key) => void outbox.checkAgain(key),
              sendAgain: (key) => void outbox.sendAgain(key),
              edit: (key) => {
                desk.edit(key);
                callFocus((calls) => calls + 1);
              },
              remove: (key) => {
                outbox.remove(key);
                callFocus((calls) => calls + 1);
              },
            },
          }}
          composer={{
            value: desk.draft,
            onChange: desk.setDraft,
            onSend: desk.send,
            limit: textLimit,
            countOf: lengthForPortal,
            autoFocus: true,
            focusCall,
          }}
        />
      </div>
    </main>
  );
}

function liveState(isOnline: boolean, problem: string | undefined) {
  if (!isOnline) return 'offline';
  if (problem === undefined) return 'live';
  return problem === 'limit' ? 'slow' : 'failed';
}
