/** Where a message goes, with what, and what will be written there. */
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { textLimit } from '../../portal/textLimit.ts';
import type { OpenDelivery } from '../../sending/openDelivery.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import styles from './ForwardDialog.module.css';
import type { Forwarding } from './forwarding.ts';
import { ForwardPreview } from './ForwardPreview.tsx';
import type { Plan } from './plan.ts';
import { startRun, type Run } from './run.ts';
import { TaskPicker, type Choice } from './TaskPicker.tsx';
import { useComment } from './useComment.ts';
import { useProposal } from './useProposal.ts';
import { useSource } from './useSource.ts';
import { useTiedTasks } from './useTiedTasks.ts';
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

export function ForwardForm(props: ForwardFormProps) {
  const { forwarding, open, remembered, onRemember, onStart, onClose } = props;
  const { portal, user, entity, message, clientId, dialogId } = forwarding;
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
        <ForwardPreview forwarding={forwarding} text={text} isCut={isCut} />
      </div>
    </Dialog>
  );
}
