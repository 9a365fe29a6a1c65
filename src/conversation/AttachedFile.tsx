/** A file of a message: a picture, film or sound where it can be shown, else a chip. */
import { useState } from 'react';
import type { DialogFile } from '../portal/methods/dialogMessages.ts';
import { safeImage } from '../text/safeLink.ts';
import type { Around } from './around.ts';
import { FileChip } from './FileChip.tsx';
import { Media } from './Media.tsx';
import { Picture } from './Picture.tsx';

interface AttachedFileProps {
  /** undefined: the portal named a file and did not describe it */
  file: DialogFile | undefined;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
  linkOf?: Around['linkOf'];
}

export function AttachedFile({ file, portalOrigin, linkOf }: AttachedFileProps) {
  const isPicture = file?.kind === 'image';
  const written = isPicture ? (file.previewUrl ?? file.url) : file?.url;
  const address = written ? safeImage(written, portalOrigin) : null;
  if (!file || address === null || file.kind === 'file')
    return <FileChip file={file} portalOrigin={portalOrigin} />;
  const props = { file, address, portalOrigin };
  return isPicture ? <AttachedPicture {...props} linkOf={linkOf} /> : <Media {...props} />;
}

interface AttachedPictureProps {
  file: DialogFile;
  /** http(s), checked */
  address: string;
  portalOrigin: string;
  linkOf: Around['linkOf'];
}

/**
 * The address may want the portal's cookie, which a third-party frame does not have: then a one-time link is asked
 * for, and where that does not help either, the chip remains.
 */
function AttachedPicture({ file, address, portalOrigin, linkOf }: AttachedPictureProps) {
  const [second, setSecond] = useState<{ of: string; link: string | null }>();
  const link = second?.of === address ? second.link : undefined;
  if (link === null) return <FileChip file={file} portalOrigin={portalOrigin} />;
  const tryLink = async () => {
    const given = link === undefined ? await linkOf?.(file.id).catch(() => null) : null;
    setSecond({ of: address, link: given ? safeImage(given, portalOrigin) : null });
  };
  const shown = link ?? address;
  return <Picture file={file} address={shown} portalOrigin={portalOrigin} onFail={() => void tryLink()} />;
}
