/** One result: what it says, who made it and when, its files, and what the person may do with it. */
import { useEffect, useRef, useState } from 'react';
import type { Around } from '../../conversation/around.ts';
import { MessageText } from '../../conversation/MessageText.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import type { TaskResult } from '../../portal/methods/taskResults.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { putAside } from './drafts.ts';
import { Folded } from './Folded.tsx';
import styles from './ResultCard.module.css';
import { ResultEditor } from './ResultEditor.tsx';
import { ResultFiles } from './ResultFiles.tsx';
import { ResultMeta } from './ResultMeta.tsx';
import type { Results } from './results.ts';

interface ResultCardProps {
  result: TaskResult;
  results: Pick<Results, 'drafts' | 'setDraft' | 'save'>;
  around: Pick<Around, 'people' | 'files' | 'currentUserId' | 'portalOrigin' | 'goTo'>;
  /** it was made from; undefined: from none, or it is not loaded */
  message: Message | undefined;
  countOf: (text: string) => number;
  /** it has just come */
  isNew: boolean;
  onDelete: () => void;
}

export function ResultCard({ result, results, around, message, countOf, isNew, onDelete }: ResultCardProps) {
  const { t, formatDateTime } = useTranslation();
  const { id, messageId, text, authorId, authorName, mayEdit, mayRemove } = result;
  const draft = results.drafts.get(id);
  const known = authorId === null ? undefined : around.people.get(authorId)?.name.trim();
  const isOwn = authorId === around.currentUserId;
  const author = isOwn ? t('common.you') : known || authorName || t('common.unknownPerson');
  const { goTo } = around;
  const { editButton, begin, leave, end, onGone, isBegun } = useOpening(results, result);
  const time = result.createdAt === null ? '' : formatDateTime(result.createdAt);

  return (
    <fieldset
      className={styles.card}
      data-result={id}
      data-new={isNew || undefined}
      tabIndex={-1}
      aria-label={t('results.item', { name: author, time })}
    >
      {!draft?.isOpen ? (
        <>
          {text.trim() === '' ? (
            <p className={styles.none}>{t('results.noText')}</p>
          ) : (
            <Folded>
              <MessageText text={text} around={around} />
            </Folded>
          )}
          <ResultFiles result={result} message={message} around={around} />
          <ResultMeta result={result} author={author} />
          {draft && mayEdit && <p className={styles.unsaved}>{t('results.putAside')}</p>}
          {(messageId !== null || mayEdit || mayRemove) && (
            <div className={styles.actions}>
              {messageId !== null && goTo && (
                <Button size="small" variant="quiet" onClick={() => goTo(messageId)}>
                  {t('results.showInChat')}
                </Button>
              )}
              {mayEdit && (
                <Button ref={editButton} size="small" variant="quiet" onClick={begin}>
                  {t('results.edit')}
                </Button>
              )}
              {mayRemove && (
                <Button size="small" variant="quiet" onClick={onDelete}>
                  {t('results.delete')}
                </Button>
              )}
            </div>
          )}
        </>
      ) : (
        <ResultEditor
          draft={draft}
          isAsked={isBegun}
          onChange={(change) => results.setDraft(id, (last) => last && change(last))}
          countOf={countOf}
          onSave={(since) => void results.save(id, since)}
          onLeave={leave}
          onCancel={end}
          onGone={onGone}
        />
      )}
    </fieldset>
  );
}

/** The focus goes into the field when editing begins, and back to the button when it ends. */
function useOpening({ drafts, setDraft }: Pick<Results, 'drafts' | 'setDraft'>, { id, text }: TaskResult) {
  const isEditing = drafts.get(id)?.isOpen === true;
  const editButton = useRef<HTMLButtonElement>(null);
  const isPassedOn = useRef(false);
  const [isBegun, setBegun] = useState(false);
  useEffect(() => {
    if (isPassedOn.current && !isEditing) editButton.current?.focus();
    isPassedOn.current = false;
  }, [isEditing]);
  return {
    editButton,
    isBegun,
    begin: () => {
      setBegun(true);
      setDraft(id, (draft) => ({ text, base: text, ...draft, isOpen: true }));
    },
    leave: () => setDraft(id, (draft) => draft && putAside(draft)),
    end: () => setDraft(id, () => null),
    onGone: () => {
      isPassedOn.current = true;
    },
  };
}
