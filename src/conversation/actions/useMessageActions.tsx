/** What can be done with any message of a dialog: reply, like, copy, edit, delete, choose. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { deleteMessage } from '../../portal/methods/messages.ts';
import type { Rest } from '../../portal/rest.ts';
import { problemOf } from '../../sending/problem.ts';
import { type ActionsOf, isOpenToActions } from '../messageAction.ts';
import { problemWords } from '../problemWords.ts';
import { useTextLabels } from '../useTextLabels.ts';
import { builtInActions } from './builtInActions.tsx';
import { copyText } from './copyText.ts';
import { DeleteMessage } from './DeleteMessage.tsx';
import { Liking } from './liking.ts';
import { NotInChat, sendLike } from './sendLike.ts';
import { Notes } from './notes.ts';
import { plainText } from './plainText.ts';

export interface MessageActionsOptions {
  rest: Rest;
  currentUserId: number;
  /** of the chat, as far as is known: others can like and answer nothing there */
  isMember: boolean;
  /** it has turned out that this person is no member */
  onNotMember?: (() => void) | undefined;
  /** left out: nothing can be answered here. Offered to members */
  onReply?: ((message: Message) => void) | undefined;
  /** left out: nothing can be changed here */
  onEdit?: ((message: Message) => void) | undefined;
  /** false: nothing can be taken back here; left out: one's own can */
  canDelete?: boolean | undefined;
  /** begins choosing, with this message; left out: there is nothing to choose for */
  onChooseBegin?: ((message: Message) => void) | undefined;
  /** reads this message anew, and gives it as it is then; undefined: not there, or it could not be read. Never rejects */
  refresh: (messageId: number) => Promise<Message | undefined>;
  /** what else is lost with a message, in a sentence: that it is a result */
  deleteNoteOf?: ((message: Message) => ReactNode) | undefined;
  /** the name of a person, where known */
  nameOf?: ((userId: number) => string | undefined) | undefined;
}

export interface MessageActions {
  /** stable as long as the same things can be done */
  actionsOf: ActionsOf;
  /** to be put anywhere outside of the list */
  dialogs: ReactNode;
}

/** `currentUserId` is that of the first call; everything else may change. */
export function useMessageActions(options: MessageActionsOptions): MessageActions {
  const { currentUserId, isMember, nameOf, deleteNoteOf } = options;
  const { t, language } = useTranslation();
  const labels = useTextLabels();
  const [toDelete, setToDelete] = useState<Message | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const [notes] = useState(() => new Notes());
  const [liking] = useState(() => new Liking(currentUserId));

  const canReply = options.onReply !== undefined;
  const canEdit = options.onEdit !== undefined;
  const canDelete = options.canDelete ?? true;
  const canChoose = options.onChooseBegin !== undefined;
  const actionsOf = useMemo((): ActionsOf => {
    const copy = async (message: Message) => {
      const { nameOf } = latest.current;
      const isCopied = await copyText(plainText(message.text, { labels, language, nameOf }));
      notes.say(
        message.id,
        'copy',
        isCopied
          ? { text: t('actions.copied'), tone: 'done' }
          : { text: t('actions.copyFailed'), tone: 'failed' },
      );
    };
    const sayFailed = (messageId: number, failure: unknown, isLiked: boolean) => {
      const isOutside = failure instanceof NotInChat;
      if (isOutside) latest.current.onNotMember?.();
      const { title, text } = problemWords(t, problemOf(failure));
      const reason = isOutside ? t('actions.likeMembers') : text === '' ? `${title}.` : `${title}. ${text}`;
      const words = isLiked ? t('actions.likeFailed', { reason }) : t('actions.unlikeFailed', { reason });
      notes.say(messageId, 'like', { text: words, tone: 'failed' });
    };
    const like = (message: Message) =>
      liking.toggle(message, {
        send: (messageId, isLiked) => sendLike(latest.current, messageId, isLiked),
        onFailure: sayFailed,
        onAnswer: (messageId) => void latest.current.refresh(messageId),
      });
    const does = {
      reply: canReply ? (message: Message) => latest.current.onReply?.(message) : undefined,
      like,
      copy: (message: Message) => void copy(message),
      edit: canEdit ? (message: Message) => latest.current.onEdit?.(message) : undefined,
      delete: canDelete ? (message: Message) => setToDelete(message) : undefined,
      choose: canChoose ? (message: Message) => latest.current.onChooseBegin?.(message) : undefined,
    };
    return (message) =>
      isOpenToActions(message)
        ? builtInActions({
            message,
            does,
            t,
            liking,
            notes,
            isMember,
            isOwn: message.authorId === currentUserId,
          })
        : [];
  }, [t, labels, language, notes, liking, currentUserId, isMember, canReply, canEdit, canDelete, canChoose]);

  const dialogs = (
    <DeleteMessage
      message={toDelete}
      words={plainText(toDelete?.text ?? '', { labels, language, nameOf })}
      note={toDelete && deleteNoteOf?.(toDelete)}
      onDelete={async (message) => {
        try {
          await deleteMessage(options.rest, message.id);
        } finally {
          // Also after a failure: it may be gone already.
          void options.refresh(message.id);
        }
      }}
      onClose={() => setToDelete(null)}
    />
  );
  return { actionsOf, dialogs };
}
