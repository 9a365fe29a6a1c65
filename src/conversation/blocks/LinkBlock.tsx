/** A link with what it leads to: name, description, and a preview where there is one. */
import { useState } from 'react';
import type { AttachBlock } from '../../portal/methods/attach.ts';
import { BbLink } from '../../text/BbLink.tsx';
import { safeImage } from '../../text/safeLink.ts';
import type { Around } from '../around.ts';
import { fitPicture } from '../fitPicture.ts';
import { MessageText } from '../MessageText.tsx';
import styles from './AttachView.module.css';

interface LinkBlockProps {
  block: Extract<AttachBlock, { type: 'link' }>;
  around: Around;
}

export function LinkBlock({ block, around }: LinkBlockProps) {
  const { address, name, description, previewUrl, size } = block;
  const { portalOrigin } = around;
  const [failed, setFailed] = useState<string>();
  const preview = previewUrl === null ? null : safeImage(previewUrl, portalOrigin);
  return (
    <div className={styles.link}>
      <span className={styles.linkName}>
        <BbLink address={address} portalOrigin={portalOrigin} nested={false}>
          <bdi>{name}</bdi>
        </BbLink>
      </span>
      {description !== '' && (
        <div className={styles.linkText}>
          <MessageText text={description} around={around} />
        </div>
      )}
      {preview !== null && preview !== failed && (
        <img
          className={styles.preview}
          src={preview}
          // The name of the link says it.
          alt=""
          {...fitPicture(size)}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setFailed(preview)}
        />
      )}
    </div>
  );
}
