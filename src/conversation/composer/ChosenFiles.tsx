/** The files that go with the message: what each is, why it cannot go, and a button that takes it out. */
import { useCallback, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { CloseIcon, FileIcon, ImageIcon } from '../../ui/Icon/icons.tsx';
import { IconButton } from '../../ui/IconButton/IconButton.tsx';
import styles from './ChosenFiles.module.css';
import type { ChosenFile } from './useFiles.ts';

interface ChosenFilesProps {
  files: readonly ChosenFile[];
  formatSize: (bytes: number) => string;
  onRemove: (id: number) => void;
}

export function ChosenFiles({ files, formatSize, onRemove }: ChosenFilesProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.files} aria-label={t('composer.files')}>
      {files.map(({ id, file, refusal }) => (
        <li key={id} className={styles.file} data-refused={refusal !== null || undefined}>
          <Thumbnail file={file} />
          <span className={styles.words}>
            <bdi className={styles.name}>{file.name}</bdi>
            <span className={styles.facts}>
              {[kindOf(file.name), formatSize(file.size)].filter(Boolean).join(' · ')}
            </span>
            {refusal !== null && <span className={styles.refusal}>{refusal}</span>}
          </span>
          <IconButton
            size="small"
            label={t('composer.removeFile', { name: file.name })}
            icon={<CloseIcon size={16} />}
            onClick={() => onRemove(id)}
          />
        </li>
      ))}
    </ul>
  );
}

/** A picture larger than this (bytes) is not worth the memory of a preview. */
const maxPreview = 25_000_000;

function Thumbnail({ file }: { file: File }) {
  const isPicture = file.type.startsWith('image/');
  const [isBroken, setBroken] = useState(false);
  const fill = useCallback(
    (picture: HTMLImageElement | null) => {
      const address = URL.createObjectURL(file);
      if (picture) picture.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [file],
  );
  if (isPicture && !isBroken && file.size <= maxPreview) {
    return <img ref={fill} className={styles.picture} alt="" onError={() => setBroken(true)} />;
  }
  return <span className={styles.icon}>{isPicture ? <ImageIcon /> : <FileIcon />}</span>;
}

/** `PDF`; shown apart from the name, which can be made to read as if it ended otherwise. */
function kindOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toUpperCase() ?? '';
}
