/** A person as a small round picture, or as initials on a colour. */
import { useState } from 'react';
import { inkOn } from '../contrast.ts';
import styles from './Avatar.module.css';
import { colorOf, initialsOf } from './initials.ts';

export interface AvatarProps {
  name: string;
  /** http(s) address of a picture; the initials show when there is none or it does not load */
  src?: string | null | undefined;
  /** `#rrggbb` of the person in the portal */
  color?: string | undefined;
  /** CSS pixels, 32 by default */
  size?: number;
  /** a name for screen readers; without one it is decoration, as beside a written name */
  label?: string;
}

export function Avatar({ name, src, color, size = 32, label }: AvatarProps) {
  const [failed, setFailed] = useState<string>();
  const picture = src && /^https?:\/\//i.test(src) && src !== failed ? src : null;
  const background = colorOf(name, color);
  return (
    <span
      className={styles.avatar}
      style={{ width: size, height: size, fontSize: size * 0.36, background, color: inkOn(background) }}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      {picture === null ? (
        initialsOf(name)
      ) : (
        <img
          className={styles.picture}
          src={picture}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => setFailed(picture)}
        />
      )}
    </span>
  );
}
