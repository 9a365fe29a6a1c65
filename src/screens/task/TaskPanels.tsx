/** The panel beside a task's messages, joined to its chat. */
import type { GoingHow } from '../../conversation/place.ts';
import type { Portal } from '../../portal/connect.ts';
import { TaskAside } from './TaskAside.tsx';
import type { TaskChatState } from './useTaskChat.ts';

interface TaskPanelsProps {
  chat: TaskChatState;
  portal: Portal;
  chatId: number;
  userId: number;
}

export function TaskPanels({ chat, portal, chatId, userId }: TaskPanelsProps) {
  const { aside, live, results, desk, isStranger, place, focusField } = chat;
  const { timeline, reading } = live;
  const { messages, people, files } = timeline;
  if (!aside.shown) return null;
  const show = (messageId: number, how?: GoingHow) => {
    place.list.goTo(messageId, how);
    // Who goes on from hit to hit needs the panel.
    if (how?.focus !== false) aside.closeIfOver();
  };
  return (
    <TaskAside
      shown={aside.shown}
      onClose={() => {
        aside.close();
        focusField();
      }}
      results={{
        results,
        around: {
          people,
          files,
          currentUserId: userId,
          portalOrigin: portal.origin,
          goTo: reading ? show : undefined,
        },
        messages,
        countOf: desk.countOf,
        isStranger,
        canRead: reading !== null,
      }}
      search={{ rest: portal.rest, chatId, timeline, people, goTo: show, canSearchAll: true }}
    />
  );
}
