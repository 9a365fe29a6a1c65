/** A file on its way: what it is, and in the page that uploads it how far it has come. */
import { useSyncExternalStore } from 'react';
import type { Item } from '../delivery/item.ts';
import { useTranslation } from '../i18n/context.tsx';
import { fileOf } from '../sending/fileItem.ts';
import { cancelUpload, subscribeToUploads, uploadOf, type UploadState } from '../sending/uploads.ts';
import { Button } from '../ui/Button/Button.tsx';
import { ImageIcon, PaperclipIcon } from '../ui/Icon/icons.tsx';
import { Progress } from '../ui/Progress/Progress.tsx';
import { extensionOf } from './FileChip.tsx';
import styles from './OutgoingFile.module.css';
import { useFocusPassedOn } from './useFocusPassedOn.ts';
import { useKeptPicture } from './useKeptPicture.ts';

/** Nothing for an item of another kind. */
export function OutgoingFile({ item }: { item: Item }) {
  const { formatSize } = useTranslation();
  const upload = useSyncExternalStore(subscribeToUploads, () => uploadOf(item.key));
  const file = fileOf(item);
  const picture = useKeptPicture(file);
  if (!file) return null;
  const { name, size, type } = file;
  const KindIcon = type.startsWith('image/') ? ImageIcon : PaperclipIcon;
  return (
    <div className={styles.file}>
      {picture ? (
        <img
          className={styles.picture}
          src={picture.address}
          alt=""
          onError={picture.giveUp}
          decoding="async"
        />
      ) : (
        <span className={styles.icon}>
          <KindIcon />
        </span>
      )}
      <span className={styles.words}>
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.facts}>
          {[extensionOf(name), formatSize(size)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {upload && <Uploading itemKey={item.key} name={name} size={size} upload={upload} />}
    </div>
  );
}

interface UploadingProps {
  itemKey: string;
  name: string;
  /** bytes */
  size: number;
  upload: UploadState;
}

function Uploading({ itemKey, name, size, upload }: UploadingProps) {
  const { t, formatSize } = useTranslation();
  const { sent, total, canCancel, isCancelling } = upload;
  // What it becomes takes the place of the row, or the row goes: the keyboard stays in the list.
  const box = useFocusPassedOn<HTMLDivElement>((gone) =>
    gone.closest<HTMLElement>('[role="log"]')?.focus({ preventScroll: true }),
  );
  const percent = Math.floor((100 * sent) / Math.max(total, 1));
  return (
    <div className={styles.uploading} ref={box}>
      <Progress
        label={t('attachments.uploading', { name })}
        value={canCancel ? sent : undefined}
        max={total}
      />
      <span className={styles.line}>
        <span className={styles.facts}>
          {canCancel
            ? t('attachments.percent', { percent, size: formatSize(size) })
            : t('attachments.storing')}
        </span>
        {canCancel && (
          <Button
            className={styles.cancel}
            variant="quiet"
            size="small"
            busy={isCancelling}
            onClick={() => cancelUpload(itemKey)}
          >
            {t('common.cancel')}
          </Button>
        )}
      </span>
    </div>
  );
}
