/** Somebody a block speaks of: picture and name. */
import type { AttachBlock } from '../../portal/methods/attach.ts';
import { BbLink } from '../../text/BbLink.tsx';
import { safeImage } from '../../text/safeLink.ts';
import { Avatar } from '../../ui/Avatar/Avatar.tsx';
import styles from './AttachView.module.css';

interface UserBlockProps {
  block: Extract<AttachBlock, { type: 'user' }>;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
}

export function UserBlock({ block, portalOrigin }: UserBlockProps) {
  const { name, avatarUrl, address } = block;
  return (
    <div className={styles.user}>
      <Avatar name={name} src={avatarUrl === null ? null : safeImage(avatarUrl, portalOrigin)} size={24} />
      <span className={styles.userName}>
        <BbLink address={address ?? ''} portalOrigin={portalOrigin} nested={false}>
          <bdi>{name}</bdi>
        </BbLink>
      </span>
    </div>
  );
}
