/** What the composer holds: a new message, an answer to one, or one's own that is being changed. */
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { Message, Person } from '../portal/methods/dialogMessages.ts';
import type { Rest } from '../portal/rest.ts';
import type { Desk } from '../sending/useDesk.ts';
import { useEditing } from './actions/useEditing.ts';
import { plainText } from './actions/plainText.ts';
import type { ComposerContext, ComposerProps } from './composer/composerProps.ts';
import { PortalWords } from './PortalWords.tsx';
import { problemWords } from './problemWords.ts';
import { useTextLabels } from './useTextLabels.ts';

interface ComposingOptions {
  rest: Rest;
  desk: Pick<Desk, 'draft' | 'setDraft' | 'send'>;
  people: ReadonlyMap<number, Person>;
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
}

/** The draft waits while something is being changed. */
export function useComposing(options: ComposingOptions): Composing {
  const { rest, desk, people, currentUserId, goTo, refresh, focus } = options;
  const { t, language } = useTranslation();
  const labels = useTextLabels();
  const editing = useEditing({ rest, refresh });
  const { begin, cancel, editing: edited } = editing;
  const [answered, setAnswered] = useState<Message | null>(null);

  const reply = useCallback(
    (message: Message) => {
      cancel();
      setAnswered(message);
      focus();
    },
    [cancel, focus],
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
    if (!subject) return undefined;
    const nameOf = (id: number) => people.get(id)?.name;
    const isOwn = subject.authorId === currentUserId;
    const name = isOwn ? t('common.you') : nameOf(subject.authorId)?.trim() || t('common.unknownPerson');
    const words = plainText(subject.text, { labels, language, nameOf });
    return {
      kind: edited ? 'edit' : 'reply',
      title: edited ? t('conversation.editing') : t('conversation.replyTo', { name }),
      text: words || (subject.fileIds.length > 0 ? t('common.file') : ''),
      onCancel: edited ? cancel : () => setAnswered(null),
      onJump: () => goTo(subject.id),
    };
  }, [subject, edited, people, currentUserId, t, labels, language, cancel, goTo]);

  const problem = editing.problem && problemWords(t, editing.problem);
  return {
    reply,
    edit,
    composer: {
      value: edited ? editing.text : desk.draft,
      onChange: edited ? editing.setText : desk.setDraft,
      onSend(text, how) {
        if (edited) return void editing.save();
        setAnswered(null);
        return desk.send(text, { ...how, ...(answered ? { replyTo: answered.id } : {}) }).then((isStored) => {
          if (!isStored) setAnswered((since) => since ?? answered);
          return isStored;
        });
      },
      context,
      isSaving: editing.isSaving,
      problem: problem && (
        <>
          <strong>{t('conversation.notSaved', { reason: problem.title })}</strong> {problem.text}{' '}
          <PortalWords quote={problem.quote} />
        </>
      ),
    },
  };
}
