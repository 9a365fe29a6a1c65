/** A picture of a message, in a space that is reserved before it has loaded. */
import { useTranslation } from '../i18n/context.tsx';
import type { DialogFile } from '../portal/methods/dialogMessages.ts';
import { safeLink } from '../text/safeLink.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './Picture.module.css';
import { fitPicture } from './fitPicture.ts';

interface PictureProps {
  file: Pick<DialogFile, 'name' | 'size' | 'url' | 'image'>;
  /** http(s), checked */
  address: string;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
  onFail: () => void;
}

export function Picture({ file, address, portalOrigin, onFail }: PictureProps) {
  const { t, formatSize } = useTranslation();
  const link = file.url ? safeLink(file.url, portalOrigin) : null;
  const { width, height } = fitPicture(file.image);
  const name = file.name.trim();
  const picture = (
    <img
      className={styles.picture}
      src={address}
      alt={name || t('common.picture')}
      title={[name, file.size > 0 ? formatSize(file.size) : ''].filter(Boolean).join(' · ') || undefined}
      width={width}
      height={height}
      style={{ aspectRatio: `${width} / ${height}` }}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={onFail}
    />
  );
  if (link === null) return picture;
  return (
    <a className={styles.link} href={link} target="_blank" rel="noopener noreferrer">
      {picture}
      <VisuallyHidden>({t('common.opensInNewTab')})</VisuallyHidden>
    </a>
  );
}
