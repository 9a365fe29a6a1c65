/** A picture of a message, in a space that is reserved before it has loaded. */
import { useTranslation } from '../i18n/context.tsx';
import type { DialogFile } from '../portal/methods/dialogMessages.ts';
import { safeLink } from '../text/safeLink.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './Picture.module.css';
import { fitPicture } from './fitPicture.ts';

interface PictureProps {
  file: DialogFile;
  /** http(s), checked */
  address: string;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
  onFail: () => void;
}

export function Picture({ file, address, portalOrigin, onFail }: PictureProps) {
  const { t } = useTranslation();
  const link = file.url ? safeLink(file.url, portalOrigin) : null;
  const { width, height } = fitPicture(file.image);
  const picture = (
    <img
      className={styles.picture}
      src={address}
      alt={file.name.trim() || t('common.picture')}
      title={file.name}
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
