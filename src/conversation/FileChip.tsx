/** A file by its name, kind and size; opens in a new tab, where the person is signed in to the portal. */
import { useTranslation } from '../i18n/context.tsx';
import type { DialogFile } from '../portal/methods/dialogMessages.ts';
import { safeLink } from '../text/safeLink.ts';
import { FileIcon, ImageIcon, PaperclipIcon } from '../ui/Icon/icons.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './FileChip.module.css';

interface FileChipProps {
  /** undefined: the portal named a file and did not describe it */
  file: Pick<DialogFile, 'name' | 'size' | 'kind' | 'url' | 'isVoiceNote'> | undefined;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
}

const icons = { image: ImageIcon, file: PaperclipIcon, video: FileIcon, audio: FileIcon };

export function FileChip({ file, portalOrigin }: FileChipProps) {
  const { t, formatSize } = useTranslation();
  const KindIcon = icons[file?.kind ?? 'file'];
  const size = file && file.size > 0 ? formatSize(file.size) : '';
  const facts = [extensionOf(file?.name ?? ''), size].filter(Boolean).join(' · ');
  const address = file?.url ? safeLink(file.url, portalOrigin) : null;
  const name = file?.isVoiceNote ? t('blocks.voiceMessage') : file?.name.trim() || t('common.file');
  const inside = (
    <>
      <KindIcon />
      <span className={styles.words}>
        <bdi className={styles.name}>{name}</bdi>
        {facts !== '' && <span className={styles.facts}>{facts}</span>}
      </span>
    </>
  );
  if (address === null) return <span className={styles.chip}>{inside}</span>;
  return (
    <a className={styles.chip} href={address} target="_blank" rel="noopener noreferrer">
      {inside}
      <VisuallyHidden>({t('common.opensInNewTab')})</VisuallyHidden>
    </a>
  );
}

/** `PDF`; shown apart from the name, which can be made to read as if it ended otherwise. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toUpperCase() ?? '';
}
