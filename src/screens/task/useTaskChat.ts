/** Everything the chat of a task is made of: what is read, what is written, and what can be done with it. */
import { useCallback, useLayoutEffect, useState } from 'react';
import { useMessageActions } from '../../conversation/actions/useMessageActions.tsx';
import type { ActionsOf } from '../../conversation/messageAction.ts';
import { tracesOf } from '../../conversation/traces.ts';
import { useChoosing } from '../../conversation/useChoosing.ts';
import { useComposing } from '../../conversation/useComposing.tsx';
import { useFocusCalls } from '../../conversation/useFocusCalls.ts';
import { useLeaveWarning } from '../../conversation/useLeaveWarning.ts';
import { useMembership } from '../../conversation/useMembership.ts';
import { usePlace } from '../../conversation/usePlace.ts';
import { useQuotes } from '../../conversation/useQuotes.ts';
import { useReadState } from '../../conversation/useReadState.ts';
import { useTimeline, type FirstReading } from '../../conversation/useTimeline.ts';
import { useResultActions } from '../../features/results/useResultActions.tsx';
import { useResults } from '../../features/results/useResults.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Portal } from '../../portal/connect.ts';
import { dialogOfChat } from '../../portal/methods/dialogs.ts';
import { oneTimeLinks } from '../../portal/methods/fileLinks.ts';
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
  const [focusCall, focusField] = useFocusCalls();

  const live = useTimeline(rest, dialogId, firstReading);
  const place = usePlace(rest, dialogId, live);
  const desk = useTaskDesk({
    portal,
    userId: user.id,
    taskId: task.id,
    chatId,
    dialogId,
    read: live.readBack,
  });
  const { settle } = desk;
  const { reading, timeline } = live;
  const { messages, people } = timeline;
  // Before the paint, so that the store hears of it at once.
  useLayoutEffect(() => {
    if (reading) settle(tracesOf(reading.timeline.messages), reading.began);
  }, [settle, reading]);

  const newestSystemId = messages.findLast(({ authorId }) => authorId === 0)?.id ?? null;
  const results = useResults({ restApi, taskId: task.id, desk, newestSystemId });
  const isStranger = useIsStranger({ task, userId: user.id, messages, results });
  const { isMember, onNotMember } = useMembership({
    dialogId,
    currentUserId: user.id,
    isExpected: !isStranger,
    messages,
    items: desk.items,
  });
  const quotes = useQuotes(rest, chatId, place.shown, desk);
  const onSeen = useReadState({ rest, dialogId, timeline, currentUserId: user.id, isOn: isMember, reading });
  const [linkOf] = useState(() => oneTimeLinks(rest, dialogId));

  const aside = useAside();
  const { resultAction, marksOf, withConsent, beside } = useResultActions(results, isStranger);
  const awaitResult = useShownResult({
    results: results.results,
    desk,
    show: () => aside.offer('results'),
  });

  const { goTo } = place.list;
  const choosing = useChoosing(place.shown.messages);
  const { composer, reply, edit, hasUnsavedEdit } = useComposing({
    rest,
    desk,
    timeline: place.shown,
    currentUserId: user.id,
    goTo,
    refresh: place.refresh,
    focus: focusField,
  });
  const [fileCount, setFileCount] = useState(0);
  useLeaveWarning({ ...desk, hasUnsavedEdit: hasUnsavedEdit || results.hasUnsaved, fileCount });
  const { actionsOf: builtIn, dialogs } = useMessageActions({
    rest,
    currentUserId: user.id,
    isMember,
    onNotMember,
    onReply: reply,
    onEdit: edit,
    onChooseBegin: results.mayPromote ? choosing.begin : undefined,
    refresh: place.refresh,
    deleteNoteOf: ({ id }) => (results.isResult(id) ? t('task.resultStays') : null),
    nameOf: useCallback((id: number) => people.get(id)?.name, [people]),
  });
  const actionsOf = useCallback<ActionsOf>(
    (message) => {
      const make = resultAction(message);
      return make ? [make, ...builtIn(message)] : builtIn(message);
    },
    [resultAction, builtIn],
  );
  const editLast = () => {
    const editing = messages
      .filter(({ authorId }) => authorId === user.id)
      .flatMap((message) => builtIn(message).filter(({ id }) => id === 'edit'));
    editing.at(-1)?.run();
  };

  return {
    live,
    place,
    desk,
    isStranger,
    isMember,
    quotes,
    onSeen,
    linkOf,
    aside,
    results,
    marksOf,
    withConsent,
    awaitResult,
    choosing,
    composer: { ...composer, onFilesChange: setFileCount },
    actionsOf,
    editLast,
    focusCall,
    focusField,
    /** to be rendered once, anywhere */
    beside,
    dialogs,
  };
}

/** What a screen needs to show the chat of a task. */
export type TaskChatState = ReturnType<typeof useTaskChat>;
