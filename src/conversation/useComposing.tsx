/** What the composer holds: a new message, an answer to one, or one's own that is being changed. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { Rest } from '../portal/rest.ts';
import type { Desk } from '../sending/useDesk.ts';
import { useEditing } from './actions/useEditing.ts';
import { plainText } from './actions/plainText.ts';
import type { ComposerContext, ComposerProps } from './composer/composerProps.ts';
import { PortalWords } from './PortalWords.tsx';
import { problemWords } from './problemWords.ts';
import type { Timeline } from './timeline.ts';
import { useAnswered } from './useAnswered.ts';
import { useTextLabels } from './useTextLabels.ts';

interface ComposingOptions {
  rest: Rest;
  desk: Pick<Desk, 'draft' | 'setDraft' | 'replyTo' | 'setReplyTo' | 'send' | 'isSameText'>;
  /** what is on the screen */
  timeline: Pick<Timeline, 'messages' | 'people'>;
  currentUserId: number;
  goTo: (messageId: number) => void;
  /** reads this message anew */
  refresh: (messageId: number) => unknown;
  /** brings the keyboard into the field */
  focus: () => void;
}

interface Composing {
  composer: Pick<ComposerProps, 'value' | 'onChange' | 'onSend' | 'context' | 'isSaving' | 'problem'>;
  reply: (message: Message) => void;
  edit: (message: Message) => void;
  /** a change of a message that is not saved: it goes with the page */
  hasUnsavedEdit: boolean;
}

/** The draft waits, and what it answers with it, while something is being changed. */
export function useComposing(options: ComposingOptions): Composing {
  const { rest, desk, timeline, currentUserId, goTo, refresh, focus } = options;
  const { messages, people } = timeline;
  const { replyTo, setReplyTo, isSameText } = desk;
  const { t, language } = useTranslation();
  const labels = useTextLabels();
  const editing = useEditing({ rest, messages, isSameText, refresh });
  const { begin, cancel, editing: edited } = editing;
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

  const subject = edited ?? answered;
  const context = useMemo((): ComposerContext | undefined => {
    const stopReply = () => setReplyTo(null);
    if (subject) {
      const nameOf = (id: number) => people.get(id)?.name;
      const isOwn = subject.authorId === currentUserId;
      const name = isOwn ? t('common.you') : nameOf(subject.authorId)?.trim() || t('common.unknownPerson');
      const words = plainText(subject.text, { labels, language, nameOf });
      return {
        kind: edited ? 'edit' : 'reply',
        title: edited ? t('conversation.editing') : t('conversation.replyTo', { name }),
        text: words || (subject.fileIds.length > 0 ? t('common.file') : ''),
        onCancel: edited ? cancel : stopReply,
        onJump: () => goTo(subject.id),
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
  }, [subject, edited, replyTo, setReplyTo, people, currentUserId, t, labels, language, cancel, goTo]);

  const problem = editing.problem && problemWords(t, editing.problem);
  return {
    reply,
    edit,
    hasUnsavedEdit: editing.hasUnsaved,
    composer: {
      value: edited ? editing.text : desk.draft,
      onChange: edited ? editing.setText : desk.setDraft,
      onSend(text, how) {
        if (edited) return void editing.save();
        return desk.send(text, { ...how, ...(replyTo === null ? {} : { replyTo }) });
      },
      context,
      isSaving: editing.isSaving,
      problem: problem && (
        <>
          <strong>
            {t(editing.isUnclear ? 'composer.maybeSaved' : 'conversation.notSaved', {
              reason: problem.title,
            })}
          </strong>{' '}
          {editing.isUnclear ? t('composer.saveAgain') : problem.text} <PortalWords quote={problem.quote} />
        </>
      ),
    },
  };
}
