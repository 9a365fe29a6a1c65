/** A client's chat on the screen: where its messages are read from, and how it stands, as fresh as they are. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { DialogSource } from '../../conversation/dialogSource.ts';
import type { Timeline } from '../../conversation/timeline.ts';
import { timelineKey } from '../../conversation/useTimeline.ts';
import { dialogOfChat } from '../../portal/methods/dialogs.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';
import type { Rest } from '../../portal/rest.ts';
import { memoryOf } from './lineMemory.ts';
import { lineSource } from './lineSource.ts';
import type { LineState } from './lineState.ts';

interface LineOptions {
  rest: Rest;
  chatId: number;
  /** elements that list the chat, the one under which to answer by preference first */
  entities: readonly LineEntity[];
  /** what the list of chats knows already */
  known: { dialog: LineDialog | null; replyEntity: LineEntity | null };
}

export interface Line extends LineState {
  /** to be given to `useTimeline`, which reads the state with it; the same object as long as the chat is */
  source: DialogSource;
  /** `chat106` */
  dialogId: string;
  /** stands above messages that are read a session at a time; undefined: they reach back to the first one */
  beginning: string | undefined;
  /** a reply is possible now */
  isActive: boolean;
  /** Reads messages and state now, as after something was done with the session. Never rejects. */
  refresh: () => Promise<void>;
}

/** @param options `rest` and `chatId` may not change while it is mounted: give the component the chat as its key */
export function useLine({ rest, chatId, entities, known }: LineOptions): Line {
  const client = useQueryClient();
  const { t } = useTranslation();
  const dialogId = dialogOfChat(chatId);
  const [memory] = useState(() => memoryOf(client, chatId));
  const [state, setState] = useState<LineState>(() => ({
    readsBy: memory.readsBy,
    dialog: known.dialog,
    replyEntity: known.replyEntity,
    canJoin: null,
    isMember: known.dialog?.isMember ?? null,
  }));
  /** Where the told sessions end, the dialog goes on. Before the page is merged that was read of it. */
  const forgetStart = () =>
    client.setQueryData<{ timeline: Timeline }>(
      timelineKey(dialogId),
      (last) => last && { ...last, timeline: { ...last.timeline, reachedStart: false } },
    );
  const [source] = useState(() =>
    lineSource({
      rest,
      chatId,
      known: state,
      memory,
      onState(next, goesOn) {
        if (goesOn) forgetStart();
        setState((before) => (isSame(before, next) ? before : next));
      },
    }),
  );

  // Before the first reading, which an effect begins.
  useLayoutEffect(() => source.lookUnder(entities), [source, entities]);

  return {
    ...state,
    source,
    dialogId,
    beginning: state.readsBy === 'sessions' ? t('line.earlierForMembers') : undefined,
    isActive: state.replyEntity !== null,
    refresh: useCallback(async () => {
      const query = { queryKey: timelineKey(dialogId) };
      // A reading that has begun before tells nothing of what was done.
      await client.cancelQueries(query);
      await client.refetchQueries(query);
    }, [client, dialogId]),
  };
}

function isSame(before: LineState, next: LineState): boolean {
  return JSON.stringify(before) === JSON.stringify(next);
}
