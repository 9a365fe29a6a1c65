/** The files that go with the message: what each is, why it cannot go, and a button that takes it out. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { CloseIcon, FileIcon, FolderIcon, ImageIcon } from '../../ui/Icon/icons.tsx';
import { IconButton } from '../../ui/IconButton/IconButton.tsx';
import styles from './ChosenFiles.module.css';
import type { GivenFile } from './composerProps.ts';
import type { ChosenFile } from './useFiles.ts';

interface ChosenFilesProps {
  files: readonly ChosenFile[];
  /** somebody was told that some cannot be sent: the first of them is to be in sight */
  isTold: boolean;
  formatSize: (bytes: number) => string;
  onRemove: (id: number) => void;
}

export function ChosenFiles({ files, isTold, formatSize, onRemove }: ChosenFilesProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const count = files.length;
  const seen = useRef(0);
  useEffect(() => {
    const isMore = count > seen.current;
    seen.current = count;
    const wanted = isTold
      ? list.current?.querySelector('[data-refused]')
      : isMore && list.current?.lastElementChild;
    if (wanted) wanted.scrollIntoView({ block: 'nearest' });
  }, [count, isTold]);
  return (
    <ul ref={list} className={styles.files} aria-label={t('composer.files')}>
      {files.map(({ id, file, isFolder, refusal }) => (
        <li key={id} className={styles.file} data-refused={refusal !== null || undefined}>
          <Thumbnail file={file} isFolder={isFolder} />
          <span className={styles.words}>
            <bdi className={styles.name}>{file.name}</bdi>
            {!isFolder && (
              <span className={styles.facts}>
                {[kindOf(file.name), formatSize(file.size)].filter(Boolean).join(' · ')}
              </span>
            )}
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

function Thumbnail({ file, isFolder }: GivenFile) {
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
  const KindIcon = isFolder ? FolderIcon : isPicture ? ImageIcon : FileIcon;
  return (
    <span className={styles.icon}>
      <KindIcon />
    </span>
  );
}

/** `PDF`; shown apart from the name, which can be made to read as if it ended otherwise. */
function kindOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toUpperCase() ?? '';
}
