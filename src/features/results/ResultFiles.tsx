/** The files of a result. The portal names them by ids of the task; the message it was made from knows more of them. */
import type { Around } from '../../conversation/around.ts';
import { FileChip } from '../../conversation/FileChip.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import type { TaskResult } from '../../portal/methods/taskResults.ts';
import { PaperclipIcon } from '../../ui/Icon/icons.tsx';
import styles from './ResultCard.module.css';

interface ResultFilesProps {
  result: TaskResult;
  message: Message | undefined;
  around: Pick<Around, 'files' | 'portalOrigin'>;
}

export function ResultFiles({ result, message, around }: ResultFilesProps) {
  const { t } = useTranslation();
  const count = result.fileIds.length;
  if (count === 0) return null;
  const files = message?.fileIds.flatMap((id) => around.files.get(id) ?? []) ?? [];
  if (files.length !== count) {
    return (
      <p className={styles.elsewhere}>
        <PaperclipIcon size={16} />
        {t('results.filesElsewhere', { count })}
      </p>
    );
  }
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <FileChip file={file} portalOrigin={around.portalOrigin} />
        </li>
      ))}
    </ul>
  );
}
