/** A reply to the client: in whose name, with which quick replies, what keeps it back, and what is told above the field. */
import { useMemo } from 'react';
import type { ComposerProps } from '../../conversation/composer/composerProps.ts';
import { nameOf } from '../../delivery/owner.ts';
import { useReplyCare } from '../../features/line/useReplyCare.tsx';
import { useQuickReplies } from '../../features/quickReplies/useQuickReplies.tsx';
import type { ReplyStore } from '../../features/quickReplies/useReplyStore.ts';
import { ReplyAs } from '../../features/session/ReplyAs.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import { ReplyNotice } from './ReplyNotice.tsx';
import type { LineChatOptions, LineChatState } from './useLineChat.ts';
import { useReplyHold } from './useReplyHold.ts';
import { useTried } from './useTried.ts';
import { useWriter } from './useWriter.ts';
import { variablesOf } from './variablesOf.ts';

type ReplyingOptions = Pick<LineChatOptions, 'portal' | 'user' | 'isAdmin' | 'card' | 'chat' | 'kept'> & {
  shown: LineChatState;
  /** of the card */
  replyStore: ReplyStore;
};

export function useReplying({ shown, replyStore, ...options }: ReplyingOptions) {
  const { portal, user, isAdmin, card, chat, kept } = options;
  const { chat: dialog, line, session, authors, people, clientName } = shown;
  const { live, composer, focusField } = dialog;
  const { language } = useTranslation();

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
    isMember: dialog.isMember,
  });
  const care = useReplyCare({
    chat,
    dialog: line.dialog,
    messages: live.timeline.messages,
    isRead: live.reading !== null,
    keptAs: nameOf({ memberId: portal.memberId, userId: user.id }, 'begun', dialog.dialogId),
    people,
    currentUserId: user.id,
    asUserId: authors.isOther ? authors.author.id : undefined,
    composer,
    focusField,
  });
  const hold = useReplyHold({ line, session, isOther: authors.isOther });
  const tried = useTried(hold?.words ?? null);
  const writer = useWriter({
    authors,
    currentUser: user,
    fileCount: kept.files[0].length,
    onSend: care.onSend,
    holdOf: (text) => (hold ? { words: null, onTold: tried.count } : (care.holdOf?.(text) ?? null)),
  });

  const told = hold ? care.warning : care.notice;
  const own: Partial<ComposerProps> = {
    notice: (
      <ReplyNotice hold={hold} timesTried={tried.times} actions={session.actions} onGone={focusField}>
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
    files: kept.files,
    quickReplies: quickReplies.source,
    beside: <ReplyAs authors={authors} currentUser={user} />,
  };
  return { composer: own, actionsOf: quickReplies.actionsOf, dialog: quickReplies.dialog };
}
