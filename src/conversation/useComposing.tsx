/** What the composer holds: a new message, an answer to one, or one's own that is being changed. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { Rest } from '../portal/rest.ts';
import type { Desk } from '../sending/useDesk.ts';
import { EditNotice } from './actions/EditNotice.tsx';
import { editProblem } from './actions/EditProblem.tsx';
import { useEditing, type EditingOptions } from './actions/useEditing.ts';
import { plainText } from './actions/plainText.ts';
import type { ComposerContext, ComposerProps } from './composer/composerProps.ts';
import type { Timeline } from './timeline.ts';
import { useAnswered } from './useAnswered.ts';
import { useTextLabels } from './useTextLabels.ts';

export interface ComposingOptions extends Pick<EditingOptions, 'read' | 'refresh'> {
  rest: Rest;
  desk: Pick<
    Desk,
    | 'draft'
    | 'setDraft'
    | 'replyTo'
    | 'setReplyTo'
    | 'asResult'
    | 'setAsResult'
    | 'send'
    | 'edit'
    | 'isSameText'
    | 'editStore'
  >;
  /** `chat58` */
  dialogId: string;
  /** what is on the screen */
  timeline: Pick<Timeline, 'messages' | 'people'>;
  currentUserId: number;
  goTo: (messageId: number) => void;
  /** brings the keyboard into the field */
  focus: () => void;
}

interface Composing {
  composer: Pick<
    ComposerProps,
    'value' | 'onChange' | 'onSend' | 'context' | 'resultWish' | 'isSaving' | 'problem' | 'notice'
  >;
  reply: (message: Message) => void;
  edit: (message: Message) => void;
  /** Takes back what is on its way, into the field. False: a change is being saved there, and nothing was done. */
  takeBack: (key: string) => boolean;
  /** a change of a message that is not saved */
  hasUnsavedEdit: boolean;
}

/** The draft waits, and what it answers with it, while something is being changed. */
export function useComposing(options: ComposingOptions): Composing {
  const { rest, desk, dialogId, timeline, currentUserId, goTo, read, refresh, focus } = options;
  const { messages, people } = timeline;
  const { replyTo, setReplyTo, setAsResult, edit: takeOut, isSameText, editStore } = desk;
  const { t, language } = useTranslation();
  const labels = useTextLabels();
  const lane = `edits:${dialogId}`;
  const editing = useEditing({ rest, editStore, lane, messages, isSameText, read, refresh });
  const { begin, cancel, editing: edited, isSaving } = editing;
  const answered = useAnswered(replyTo, messages);

  const reply = useCallback(
    (message: Message) => {
      cancel();
      setReplyTo(message.id);
      focus();
    },
    [cancel, setReplyTo, focus],
  );
  const edit = useCallback(
    (message: Message) => {
      begin(message);
      focus();
    },
    [begin, focus],
  );
  const takeBack = useCallback(
    (key: string) => {
      if (isSaving) return false;
      // Else it would come into the draft, which nobody sees while something is being changed.
      cancel();
      takeOut(key);
      focus();
      return true;
    },
    [isSaving, cancel, takeOut, focus],
  );

  const plain = useCallback(
    (text: string) => plainText(text, { labels, language, nameOf: (id) => people.get(id)?.name }),
    [labels, language, people],
  );
  const context = useMemo((): ComposerContext | undefined => {
    if (edited) {
      // As it stands in the chat, which may have changed since.
      const text = messages.find(({ id, isDeleted }) => id === edited.id && !isDeleted)?.text ?? edited.text;
      return {
        kind: 'edit',
        title: t('conversation.editing'),
        text: plain(text),
        onCancel: cancel,
        onJump: () => goTo(edited.id),
      };
    }
    const stopReply = () => setReplyTo(null);
    if (answered) {
      const isOwn = answered.authorId === currentUserId;
      const known = people.get(answered.authorId)?.name.trim();
      const name = isOwn ? t('common.you') : known || t('common.unknownPerson');
      return {
        kind: 'reply',
        title: t('conversation.replyTo', { name }),
        text: plain(answered.text) || (answered.fileIds.length > 0 ? t('common.file') : ''),
        onCancel: stopReply,
        onJump: () => goTo(answered.id),
      };
    }
    if (replyTo === null) return undefined;
    return {
      kind: 'reply',
      title: t('composer.replyToEarlier'),
      text: t('composer.earlierNotLoaded'),
      onCancel: stopReply,
      onJump: () => goTo(replyTo),
    };
  }, [edited, answered, messages, replyTo, setReplyTo, people, currentUserId, t, plain, cancel, goTo]);

  const writeAsNew = () => {
    if (!edited) return;
    const { draft } = desk;
    desk.setDraft(draft.trim() === '' ? editing.text : `${editing.text}\n${draft}`);
    editing.discard(edited.id);
    focus();
  };
  return {
    reply,
    edit,
    takeBack,
    hasUnsavedEdit: editing.hasUnsaved,
    composer: {
      value: edited ? editing.text : desk.draft,
      onChange: edited ? editing.setText : desk.setDraft,
      onSend(text, how) {
        if (edited) return void editing.save();
        return desk.send(text, { ...how, ...(replyTo === null ? {} : { replyTo }) });
      },
      context,
      resultWish: desk.asResult && !edited ? { onCancel: () => setAsResult(false) } : undefined,
      isSaving,
      problem: editProblem({ editing, plain, onWriteAsNew: writeAsNew, onGoOn: focus }),
      notice: <EditNotice editing={editing} plain={plain} onGoOn={focus} />,
    },
  };
}
