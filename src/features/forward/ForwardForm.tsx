/** Where a message goes, with what, and what will be written there. */
import { useId, useMemo, useRef, useState } from 'react';
import { MessageText } from '../../conversation/MessageText.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import { textLimit } from '../../portal/textLimit.ts';
import { useDraft } from '../../sending/useDraft.ts';
import type { OpenDelivery } from '../../sending/openDelivery.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import styles from './ForwardDialog.module.css';
import type { Forwarding } from './forwarding.ts';
import { startRun, type Plan, type Run } from './run.ts';
import { TaskPicker, type Choice } from './TaskPicker.tsx';
import { useSource } from './useSource.ts';
import { useTiedTasks, type TiedTasks } from './useTiedTasks.ts';
import { forwardedText, linkToFile, plainLimits, taskDescription, taskTitle } from './wording.ts';

/** What was chosen and typed the last time, while the page lives; the comment is kept with the drafts. */
export interface Remembered {
  choice: Choice | null;
  title: string | null;
  withFiles: boolean;
  asResult: boolean;
}

export const nothingYet: Remembered = { choice: null, title: null, withFiles: true, asResult: false };

interface ForwardFormProps {
  forwarding: Forwarding;
  open: OpenDelivery;
  remembered: Remembered;
  onRemember: (remembered: Remembered) => void;
  onStart: (run: Run) => void;
  onClose: () => void;
}

const longestTitle = 200;
const longestComment = 4_000;
/** characters; a longer text is folded away, so that the buttons stay near */
const shortText = 700;

export function ForwardForm(props: ForwardFormProps) {
  const { forwarding, open, remembered, onRemember, onStart, onClose } = props;
  const { portal, user, entity, message, people, clientId, dialogId } = forwarding;
  const { t, formatSize } = useTranslation();
  const commentId = useId();
  const titleField = useRef<HTMLInputElement>(null);
  const { source, files, unknown } = useSource(forwarding);
  const tied = useTiedTasks(portal.rest, entity);
  const [isTitleMissing, setTitleMissing] = useState(false);
  const { withFiles, asResult } = remembered;
  const change = (changes: Partial<Remembered>) => onRemember({ ...remembered, ...changes });
  const comment = useComment(forwarding, open);

  const proposal = useProposal(tied);
  const choice = remembered.choice ?? proposal;
  const title = remembered.title ?? taskTitle(source);

  const { text, isCut } = useMemo(
    () => forwardedText(comment.text, source, { limit: textLimit, countOf: open.texts.countOf }),
    [comment.text, source, open],
  );

  const send = () => {
    if (!choice) return;
    if (choice.kind === 'new' && title.trim() === '') {
      setTitleMissing(true);
      titleField.current?.focus();
      return;
    }
    const description = taskDescription(source, plainLimits);
    const plan: Plan = {
      task:
        choice.kind === 'old'
          ? choice
          : { kind: 'new', title: title.trim(), description, responsibleId: user.id, entity },
      text,
      asResult,
      files: withFiles ? files : [],
      copyFrom: dialogId,
      linkTo: (file) => linkToFile(t('forward.fileLink'), file, portal.origin),
    };
    onRemember({ ...remembered, choice, title });
    onStart(startRun({ portal, delivery: open.delivery, plan, onQueued: comment.forget }));
  };

  const filesLabel = message.authorId === clientId ? t('forward.withClientFiles') : t('forward.withFiles');
  return (
    <Dialog
      title={t('forward.toTask')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" aria-disabled={choice === null || undefined} onClick={send}>
            {t('forward.send')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TaskPicker rest={portal.rest} tied={tied} choice={choice} onChoose={(choice) => change({ choice })}>
          {choice?.kind === 'new' && (
            <TextField
              ref={titleField}
              label={t('forward.title')}
              maxLength={longestTitle}
              value={title}
              problem={isTitleMissing && title.trim() === '' ? t('forward.titleMissing') : undefined}
              onChange={(title) => change({ title })}
            />
          )}
        </TaskPicker>
        {choice?.kind === 'old' && choice.task.responsibleId !== user.id && (
          <p className={styles.note}>{t('forward.observerNote')}</p>
        )}
        <div>
          {files.length > 0 && (
            <Checkbox
              label={filesLabel}
              description={files.map((file) => (
                <bdi key={file.id} className={styles.file}>
                  {t('forward.file', { name: file.name, size: formatSize(file.size) })}
                </bdi>
              ))}
              checked={withFiles}
              onChange={(withFiles) => change({ withFiles })}
            />
          )}
          {unknown > 0 && <p className={styles.note}>{t('forward.fileUnknown', { count: unknown })}</p>}
          <Checkbox
            label={t('forward.asResult')}
            description={t('forward.asResultNote')}
            checked={asResult}
            onChange={(asResult) => change({ asResult })}
          />
        </div>
        <div className={styles.comment}>
          <label htmlFor={commentId}>{t('forward.comment')}</label>
          <textarea
            id={commentId}
            className={styles.area}
            rows={2}
            maxLength={longestComment}
            value={comment.text}
            onChange={(event) => comment.change(event.target.value)}
          />
        </div>
        <details className={styles.preview} open={text.length < shortText}>
          <summary>{t('forward.preview')}</summary>
          <div className={styles.written}>
            <MessageText
              text={text}
              around={{ people, currentUserId: user.id, portalOrigin: portal.origin }}
            />
          </div>
          {isCut && <p className={styles.note}>{t('forward.isCut')}</p>}
        </details>
      </div>
    </Dialog>
  );
}

const newTask: Choice = { kind: 'new' };

/** What is chosen at first; it does not change under the hand when the list is read anew, unless its task has left it. */
function useProposal({ status, tasks }: TiedTasks): Choice | null {
  const [proposal, setProposal] = useState<Choice | null>(null);
  const isThere =
    proposal?.kind === 'new' || (proposal !== null && tasks.some(({ id }) => id === proposal.task.id));
  if (isThere || status === 'loading') return proposal;
  const open = tasks.find((task) => task.status !== 'Completed' && task.status !== 'Declined');
  const next: Choice = open ? { kind: 'old', task: open } : newTask;
  setProposal(next);
  return next;
}

/** Kept as a draft for this message, over reloads, until it is on its way. */
function useComment({ portal, user, message }: Forwarding, { store }: OpenDelivery) {
  const userId = user.id;
  const { memberId } = portal;
  const owner = useMemo(() => ({ memberId, userId }), [memberId, userId]);
  const { draft, change } = useDraft({ owner, lane: `forward${message.id}`, store });
  return {
    text: draft.text,
    change: (text: string) => void change({ text }),
    forget: () => void change({ text: '' }),
  };
}
