/** Pictures and icons of a message: loaded only when near the screen, without telling which page shows them. */
import { useState } from 'react';
import { BbLink } from './BbLink.tsx';
import type { ImageSize } from './bbNode.ts';
import styles from './BbText.module.css';
import { safeImage } from './safeLink.ts';

interface BbImageProps {
  /** as written in the message */
  address: string;
  portalOrigin: string;
  size: ImageSize;
  label: string;
  /** inside another link it cannot be one itself */
  nested: boolean;
}

/** A picture that opens in a new tab. When it does not load (portal files may need a cookie that a frame lacks), its address. */
export function BbImage({ address, portalOrigin, size, label, nested }: BbImageProps) {
  const [failed, setFailed] = useState(false);
  const source = safeImage(address, portalOrigin);
  if (source === null) return <bdi>{address}</bdi>;
  return (
    <BbLink address={address} portalOrigin={portalOrigin} nested={nested}>
      {failed ? (
        <bdi>{address}</bdi>
      ) : (
        <img
          className={styles.image}
          data-size={size}
          src={source}
          alt={label}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setFailed(true)}
        />
      )}
    </BbLink>
  );
}

interface BbIconProps {
  address: string;
  portalOrigin: string;
  /** CSS pixels */
  width: number;
  height: number;
  title: string;
}

/** A small picture in the line; its title where it may not or cannot be loaded. */
export function BbIcon({ address, portalOrigin, width, height, title }: BbIconProps) {
  const [failed, setFailed] = useState(false);
  const source = safeImage(address, portalOrigin);
  if (source === null || failed) return <bdi>{title}</bdi>;
  return (
    <img
      className={styles.icon}
      src={source}
      alt={title}
      title={title || undefined}
      width={width}
      height={height}
      loading="lazy"
      referrerPolicy="no-referrer"
      onError={() => setFailed(true)}
    />
  );
}
