/** The chat of a task: what any dialog is made of, and the results of the task. */
import { useCallback, useMemo } from 'react';
import { dialogSource } from '../../conversation/dialogSource.ts';
import type { ActionsOf } from '../../conversation/messageAction.ts';
import { useChat } from '../../conversation/useChat.ts';
import { useMembership } from '../../conversation/useMembership.ts';
import { useTimeline, type FirstReading } from '../../conversation/useTimeline.ts';
import { useResultActions } from '../../features/results/useResultActions.tsx';
import { useResults } from '../../features/results/useResults.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Portal } from '../../portal/connect.ts';
import { dialogOfChat } from '../../portal/methods/dialogs.ts';
import type { Task } from '../../portal/methods/tasks.ts';
import type { CurrentUser } from '../../portal/methods/users.ts';
import { useAside } from './useAside.ts';
import { useIsStranger } from './useIsStranger.ts';
import { useShownResult } from './useShownResult.ts';
import { useTaskDesk } from './useTaskDesk.ts';

export interface TaskChatOptions {
  portal: Portal;
  user: CurrentUser;
  task: Task;
  chatId: number;
  /** null: this person may not read the chat */
  firstReading: FirstReading | null;
}

export function useTaskChat({ portal, user, task, chatId, firstReading }: TaskChatOptions) {
  const { t } = useTranslation();
  const { rest, restApi } = portal;
  const dialogId = dialogOfChat(chatId);
  const source = useMemo(() => dialogSource(rest, dialogId), [rest, dialogId]);
  const live = useTimeline(source, dialogId, firstReading);
  const desk = useTaskDesk({
    portal,
    userId: user.id,
    taskId: task.id,
    chatId,
    dialogId,
    read: live.readBack,
  });
  const { messages } = live.timeline;

  const newestSystemId = messages.findLast(({ authorId }) => authorId === 0)?.id ?? null;
  const results = useResults({ restApi, taskId: task.id, desk, newestSystemId });
  const isStranger = useIsStranger({ task, userId: user.id, messages, results });
  const membership = useMembership({
    dialogId,
    currentUserId: user.id,
    isExpected: !isStranger,
    messages,
    items: desk.items,
  });
  const chat = useChat({
    portal,
    currentUserId: user.id,
    chatId,
    dialogId,
    source,
    live,
    desk,
    ...membership,
    canChoose: results.mayPromote,
    hasUnsavedEdit: results.hasUnsaved,
    deleteNoteOf: ({ id }) => (results.isResult(id) ? t('task.resultStays') : null),
  });

  const aside = useAside();
  const { resultAction, marksOf, withConsent, beside } = useResultActions(results, isStranger);
  const awaitResult = useShownResult({
    results: results.results,
    desk,
    show: () => aside.offer('results'),
  });
  const { actionsOf: builtIn } = chat;
  const actionsOf = useCallback<ActionsOf>(
    (message) => {
      const make = resultAction(message);
      return make ? [make, ...builtIn(message)] : builtIn(message);
    },
    [resultAction, builtIn],
  );

  return {
    ...chat,
    actionsOf,
    isStranger,
    aside,
    results,
    marksOf,
    withConsent,
    awaitResult,
    /** to be rendered once, anywhere */
    beside,
  };
}

/** What a screen needs to show the chat of a task. */
export type TaskChatState = ReturnType<typeof useTaskChat>;
