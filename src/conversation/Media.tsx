/** A film or a sound of a message, played where it stands; the chip where the browser cannot play or load it. */
import { useState } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { DialogFile } from '../portal/methods/dialogMessages.ts';
import { BbLink } from '../text/BbLink.tsx';
import { FileChip } from './FileChip.tsx';
import { fitPicture } from './fitPicture.ts';
import styles from './Media.module.css';

interface MediaProps {
  file: DialogFile;
  /** http(s), checked */
  address: string;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
}

const wide = { width: 320, height: 180 };

export function Media({ file, address, portalOrigin }: MediaProps) {
  const { t, formatSize } = useTranslation();
  const [failed, setFailed] = useState<string>();
  if (failed === address) return <FileChip file={file} portalOrigin={portalOrigin} />;
  const name = file.isVoiceNote ? t('blocks.voiceMessage') : file.name.trim() || t('common.file');
  const isVideo = file.kind === 'video';
  // Whoever sent it to the chat gave no captions along.
  const Player = isVideo ? 'video' : 'audio';
  const { width, height } = fitPicture(file.image ?? wide);
  return (
    <figure className={styles.media}>
      <Player
        className={isVideo ? styles.video : styles.audio}
        style={isVideo ? { width, aspectRatio: `${width} / ${height}` } : undefined}
        src={address}
        controls
        preload="metadata"
        aria-label={name}
        onError={() => setFailed(address)}
      />
      <figcaption className={styles.caption}>
        <BbLink address={address} portalOrigin={portalOrigin} nested={false}>
          <bdi>{name}</bdi>
        </BbLink>
        {file.size > 0 && ` · ${formatSize(file.size)}`}
      </figcaption>
    </figure>
  );
}
