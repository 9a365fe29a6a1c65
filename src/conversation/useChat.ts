/** What a dialog on the screen is made of, whatever it belongs to: the place in it, what is written, what can be done. */
import { useCallback, useLayoutEffect, useState } from 'react';
import type { Portal } from '../portal/connect.ts';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { oneTimeLinks } from '../portal/methods/fileLinks.ts';
import type { Desk } from '../sending/useDesk.ts';
import { type MessageActionsOptions, useMessageActions } from './actions/useMessageActions.tsx';
import type { DialogSource } from './dialogSource.ts';
import { emptyTimeline } from './timeline.ts';
import { useChoosing } from './useChoosing.ts';
import { useComposing } from './useComposing.tsx';
import { useFocusCalls } from './useFocusCalls.ts';
import { useLeaveWarning } from './useLeaveWarning.ts';
import { usePlace } from './usePlace.ts';
import { useQuotes } from './useQuotes.ts';
import { useReadState } from './useReadState.ts';
import type { LiveTimeline } from './useTimeline.ts';
import { tracesOf } from './traces.ts';

export interface ChatOptions extends Pick<
  MessageActionsOptions,
  'isMember' | 'onNotMember' | 'deleteNoteOf'
> {
  portal: Portal;
  currentUserId: number;
  chatId: number;
  /** `chat58` */
  dialogId: string;
  /** what `live` is read from */
  source: DialogSource;
  live: LiveTimeline;
  desk: Desk;
  /** messages can be chosen, for something that is done with several */
  canChoose?: boolean;
  /** left out: yes. Where what is written leaves the portal, nothing can be answered, changed or taken back. */
  canChange?: boolean;
  /** false: nobody can be asked what a message answers */
  hasQuotes?: boolean;
  /** something besides the composer is not saved, and goes with the page */
  hasUnsaved?: boolean;
  /** something besides messages was changed and is not saved; it is kept where their changes are */
  hasUnsavedEdit?: boolean;
}

export function useChat(options: ChatOptions) {
  const { portal, currentUserId, chatId, dialogId, live, desk, isMember, canChange = true } = options;
  const { rest } = portal;
  const [focusCall, focusField] = useFocusCalls();
  const place = usePlace(options.source, live);
  const { settle } = desk;
  const { reading, timeline } = live;
  const { messages, people } = timeline;
  // Before the paint, so that the store hears of it at once.
  useLayoutEffect(() => {
    if (reading) settle(tracesOf(reading.timeline.messages), reading.began);
  }, [settle, reading]);

  const quotes = useQuotes(rest, chatId, options.hasQuotes === false ? emptyTimeline : place.shown, desk);
  const onSeen = useReadState({ rest, dialogId, timeline, currentUserId, isOn: isMember, reading });
  const [linkOf] = useState(() => oneTimeLinks(rest, dialogId));

  const { goTo } = place.list;
  const choosing = useChoosing(place.shown.messages);
  const { source } = options;
  const { composer, reply, edit, takeBack, hasUnsavedEdit } = useComposing({
    rest,
    desk,
    dialogId,
    timeline: place.shown,
    currentUserId,
    goTo,
    async read(messageId) {
      const { messages: page } = await source.before(messageId + 1);
      return page.find(({ id }) => id === messageId);
    },
    refresh: place.refresh,
    focus: focusField,
  });
  const [fileCount, setFileCount] = useState(0);
  const areKept = desk.isLasting && desk.editStore.store !== null;
  const isUnkept = !areKept && (hasUnsavedEdit || options.hasUnsavedEdit === true);
  useLeaveWarning({
    ...desk,
    hasUnsavedEdit: isUnkept || options.hasUnsaved === true,
    fileCount,
  });
  const { actionsOf, dialogs } = useMessageActions({
    rest,
    currentUserId,
    isMember,
    onNotMember: options.onNotMember,
    onReply: canChange ? reply : undefined,
    onEdit: canChange ? edit : undefined,
    canDelete: canChange,
    onChooseBegin: options.canChoose ? choosing.begin : undefined,
    refresh: place.refresh,
    deleteNoteOf: options.deleteNoteOf,
    nameOf: useCallback((id: number) => people.get(id)?.name, [people]),
  });
  const editLast = () => {
    const isOwn = ({ authorId }: Message) => authorId === currentUserId;
    const editing = messages
      .filter(isOwn)
      .flatMap((message) => actionsOf(message).filter(({ id }) => id === 'edit'));
    editing.at(-1)?.run();
  };

  return {
    portal,
    currentUserId,
    chatId,
    dialogId,
    live,
    desk,
    isMember,
    canChange,
    place,
    quotes,
    onSeen,
    linkOf,
    choosing,
    composer: { ...composer, onFilesChange: setFileCount },
    actionsOf,
    takeBack,
    editLast,
    focusCall,
    focusField,
    /** to be rendered once, anywhere */
    dialogs,
  };
}

export type ChatState = ReturnType<typeof useChat>;
