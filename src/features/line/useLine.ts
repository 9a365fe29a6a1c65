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
  /** stands above the messages of who is no member; undefined: they reach back to the first one */
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
  const [state, setState] = useState<LineState>(() => ({
    dialog: known.dialog,
    replyEntity: known.replyEntity,
    canJoin: null,
    isMember: known.dialog?.isMember ?? null,
  }));
  /** Where an outsider's way ends, a member's goes on. Before the page is merged that a member has read. */
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
      onState(next, hasJoined) {
        if (hasJoined) forgetStart();
        setState((before) => (isSame(before, next) ? before : next));
      },
    }),
  );

  // Before the first reading, which an effect begins.
  useLayoutEffect(() => source.lookUnder(entities), [source, entities]);

  const { isMember } = state;
  return {
    ...state,
    source,
    dialogId,
    beginning: isMember === false ? t('line.earlierForMembers') : undefined,
    isActive: state.replyEntity !== null,
    refresh: useCallback(
      () => client.refetchQueries({ queryKey: timelineKey(dialogId) }),
      [client, dialogId],
    ),
  };
}

function isSame(before: LineState, next: LineState): boolean {
  return JSON.stringify(before) === JSON.stringify(next);
}
