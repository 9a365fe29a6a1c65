/** The chat of a task that has one: reading and writing, or writing alone where reading is refused. */
import { useLayoutEffect, useState } from 'react';
import { Conversation } from '../../conversation/Conversation.tsx';
import { LiveState } from '../../conversation/LiveState.tsx';
import { tracesOf } from '../../conversation/traces.ts';
import { useChecks } from '../../conversation/useChecks.ts';
import { useLeaveWarning } from '../../conversation/useLeaveWarning.ts';
import { useTimeline, type FirstReading } from '../../conversation/useTimeline.ts';
import type { Portal } from '../../portal/connect.ts';
import { dialogOfChat } from '../../portal/methods/dialogs.ts';
import type { Task } from '../../portal/methods/tasks.ts';
import type { CurrentUser } from '../../portal/methods/users.ts';
import { textLimit } from '../../portal/textLimit.ts';
import { useDesk } from '../../sending/useDesk.ts';
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
  firstReading: FirstReading | null;
}

export function TaskChat({ portal, user, task, chatId, firstReading }: TaskChatProps) {
  const isOnline = useIsOnline();
  const dialogId = dialogOfChat(chatId);
  const live = useTimeline(portal.rest, dialogId, firstReading);
  const desk = useDesk({
    owner: { portal, userId: user.id },
    lane: dialogId,
    compose(text, { asResult, replyTo }) {
      const result = asResult ? { asResult: task.id } : {};
      return replyTo === undefined
        ? { kind: 'taskText', text, target: { taskId: task.id, chatId, ...result } }
        : { kind: 'dialogMessage', text, target: { dialogId, replyTo, ...result } };
    },
    read: live.readBack,
  });
  const checks = useChecks(live.isReading);
  useLeaveWarning(desk);
  // The button that was pressed goes with its message: the field is where one goes on.
  const [focusCall, callFocus] = useState(0);
  const goOn = () => callFocus((calls) => calls + 1);

  const { settle } = desk;
  const { reading, timeline } = live;
  const { messages } = timeline;
  // Before the paint, so that the store hears of it at once.
  useLayoutEffect(() => {
    if (reading) settle(tracesOf(reading.timeline.messages), reading.began);
  }, [settle, reading]);

  const isStranger = task.participantIds !== null && !task.participantIds.includes(user.id);
  const hasWritten = messages.some(({ authorId }) => authorId === user.id);

  return (
    <main className={styles.screen}>
      <TaskHeader task={task}>
        {reading && <LiveState state={liveState(isOnline, desk.isDown, live.error?.kind)} />}
      </TaskHeader>
      <div className={styles.conversation}>
        <Conversation
          writeOnly={!reading}
          emptyState={<EmptyChat />}
          elsewhere={desk.elsewhere}
          notices={
            <ChatNotices
              isOnline={isOnline}
              isDown={desk.isDown}
              error={reading && live.isOutOfDate ? live.error : null}
              isMissing={desk.isMissing}
              isLasting={desk.isLasting}
              willJoin={isStranger && !hasWritten}
            />
          }
          list={{
            timeline,
            items: desk.items,
            claims: desk.claims,
            hidden: desk.hidden,
            isDown: desk.isDown,
            checking: checks.checking,
            isSameText: desk.isSameText,
            currentUserId: user.id,
            portalOrigin: portal.origin,
            onLoadOlder: live.loadOlder,
            isLoadingOlder: live.isLoadingOlder,
            olderFailed: live.olderError !== null,
            actions: {
              checkAgain: (key) => {
                desk.checkAgain(key);
                checks.began(key);
              },
              sendAgain: (key) => {
                desk.sendAgain(key);
                goOn();
              },
              edit: (key) => {
                desk.edit(key);
                goOn();
              },
              remove: (key) => {
                desk.remove(key);
                goOn();
              },
            },
          }}
          composer={{
            value: desk.draft,
            onChange: desk.setDraft,
            onSend: desk.send,
            limit: textLimit,
            countOf: desk.countOf,
            autoFocus: true,
            focusCall,
          }}
        />
      </div>
    </main>
  );
}

function liveState(isOnline: boolean, isDown: boolean, problem: string | undefined) {
  if (!isOnline) return 'offline';
  if (problem === undefined) return isDown ? 'failed' : 'live';
  return problem === 'limit' ? 'slow' : 'failed';
}
