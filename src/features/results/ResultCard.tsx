/** One result: what it says, who made it and when, its files, and what the person may do with it. */
import { useEffect, useRef, useState } from 'react';
import type { Around } from '../../conversation/around.ts';
import { MessageText } from '../../conversation/MessageText.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import { PortalError } from '../../portal/errors.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import type { TaskResult } from '../../portal/methods/taskResults.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Folded } from './Folded.tsx';
import styles from './ResultCard.module.css';
import { ResultEditor } from './ResultEditor.tsx';
import { ResultFiles } from './ResultFiles.tsx';
import { ResultMeta } from './ResultMeta.tsx';
import type { Draft, Results } from './results.ts';

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
  const { editButton, begin, putAside, end, save, isBegun } = useEditing(results, result);
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
          onChange={(changes) => results.setDraft(id, { ...draft, ...changes })}
          countOf={countOf}
          saved={text.trim()}
          onSave={save}
          onSaved={end}
          onLeave={putAside}
          onCancel={end}
        />
      )}
    </fieldset>
  );
}

/** The focus goes into the field when editing begins, and back to the button when it ends. */
function useEditing(results: Pick<Results, 'drafts' | 'setDraft' | 'save'>, { id, text }: TaskResult) {
  const { drafts, setDraft } = results;
  const draft = drafts.get(id);
  const isEditing = draft?.isOpen === true;
  const editButton = useRef<HTMLButtonElement>(null);
  const isEnded = useRef(false);
  const [isBegun, setBegun] = useState(false);
  useEffect(() => {
    if (isEnded.current && !isEditing) editButton.current?.focus();
    isEnded.current = false;
  }, [isEditing]);
  const begin = () => {
    setBegun(true);
    setDraft(id, { text, base: text, ...draft, isOpen: true });
  };
  const leaveWith = (kept: Draft | null) => {
    setBegun(false);
    isEnded.current = true;
    setDraft(id, kept);
  };
  const putAside = () => leaveWith(draft && draft.text !== draft.base ? { ...draft, isOpen: false } : null);
  /** Over what it says, if that is known to the person. @returns whether the portal holds what is typed */
  const save = async (next: string, since: Draft) => {
    const change = (changes: Partial<Draft>) => setDraft(id, { ...since, ...changes });
    if (next === since.base.trim()) return true;
    try {
      const outcome = await results.save(id, next, since);
      // Where it is gone, so is this card: what was typed stands above the others.
      if (typeof outcome === 'object') change(outcome);
      return outcome === 'saved';
    } catch (failure) {
      if (failure instanceof PortalError && failure.executed === 'unknown') change({ attempted: next });
      throw failure;
    }
  };
  return { editButton, begin, putAside, end: () => leaveWith(null), save, isBegun };
}
