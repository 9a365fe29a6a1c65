/** Pictures of a block; each opens in a new tab, and becomes a chip when it does not load. */
import { useState } from 'react';
import type { AttachBlock } from '../../portal/methods/attach.ts';
import { safeImage } from '../../text/safeLink.ts';
import { FileChip } from '../FileChip.tsx';
import { Picture } from '../Picture.tsx';
import styles from './AttachView.module.css';
import { inOrder } from './inOrder.ts';

type Image = Extract<AttachBlock, { type: 'images' }>['images'][number];

export function ImagesBlock({ images, portalOrigin }: { images: readonly Image[]; portalOrigin: string }) {
  return (
    <ul className={styles.images}>
      {inOrder(images, (image) => (
        <li>
          <BlockPicture image={image} portalOrigin={portalOrigin} />
        </li>
      ))}
    </ul>
  );
}

function BlockPicture({ image, portalOrigin }: { image: Image; portalOrigin: string }) {
  const [failed, setFailed] = useState<string>();
  const { name, address: url, previewUrl, size: pixels } = image;
  const file = { name, size: 0, url, image: pixels };
  const address = safeImage(previewUrl, portalOrigin);
  if (address === null || address === failed)
    return <FileChip file={{ ...file, kind: 'image' }} portalOrigin={portalOrigin} />;
  return (
    <Picture file={file} address={address} portalOrigin={portalOrigin} onFail={() => setFailed(address)} />
  );
}
