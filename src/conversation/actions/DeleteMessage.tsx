/** Asks before a message is deleted, and says there when the portal does not want it. */
import { type ReactNode, useRef, useState } from 'react';
import type { Problem } from '../../delivery/item.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { problemOf } from '../../sending/problem.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { PortalWords } from '../PortalWords.tsx';
import { problemWords } from '../problemWords.ts';
import styles from './DeleteMessage.module.css';

interface DeleteMessageProps {
  /** null: nobody is asked */
  message: Message | null;
  /** what the message says, as plain text; may be empty */
  words: string;
  /** what goes with it, such as that it is a result */
  note?: ReactNode;
  /** rejects with a PortalError */
  onDelete: (message: Message) => Promise<void>;
  onClose: () => void;
}

/** characters; enough to recognise it by */
const longestExcerpt = 160;

export function DeleteMessage({ message, words, note, onDelete, onClose }: DeleteMessageProps) {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isAtWork = useRef(false);

  const confirm = async () => {
    if (!message || isAtWork.current) return;
    isAtWork.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await onDelete(message);
      onClose();
    } catch (failure) {
      setProblem(problemOf(failure));
    } finally {
      isAtWork.current = false;
      setBusy(false);
    }
  };
  const excerpt = words.length > longestExcerpt ? `${words.slice(0, longestExcerpt).trimEnd()}…` : words;
  return (
    <ConfirmDialog
      isOpen={message !== null}
      title={t('actions.deleteSure')}
      confirmLabel={t('actions.delete')}
      tone="danger"
      isBusy={isBusy}
      problem={problem && <Refusal problem={problem} />}
      onConfirm={() => void confirm()}
      onCancel={() => {
        setProblem(null);
        onClose();
      }}
    >
      {excerpt !== '' && (
        <p className={styles.excerpt} dir="auto">
          {excerpt}
        </p>
      )}
      <p>{t('actions.deleteText')}</p>
      {note !== undefined && note !== null && <p>{note}</p>}
    </ConfirmDialog>
  );
}

function Refusal({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const { title, text, quote } = problemWords(t, problem);
  return (
    <Notice tone="danger" live="assertive" title={t('actions.deleteFailed')}>
      {title}. {text} <PortalWords quote={quote} />
    </Notice>
  );
}
