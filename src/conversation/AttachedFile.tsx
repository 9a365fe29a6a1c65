/** A file of a message: a picture where it can be shown, else a chip. */
import { useState } from 'react';
import type { DialogFile } from '../portal/methods/dialogMessages.ts';
import { safeImage } from '../text/safeLink.ts';
import { FileChip } from './FileChip.tsx';
import { Picture } from './Picture.tsx';

interface AttachedFileProps {
  /** undefined: the portal named a file and did not describe it */
  file: DialogFile | undefined;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
}

/** The address may want the portal's cookie, which a third-party frame does not have: then the chip remains. */
export function AttachedFile({ file, portalOrigin }: AttachedFileProps) {
  const [failed, setFailed] = useState<string>();
  const address = file?.kind === 'image' ? (file.previewUrl ?? file.url) : null;
  const shown = address === null ? null : safeImage(address, portalOrigin);
  if (!file || shown === null || shown === failed)
    return <FileChip file={file} portalOrigin={portalOrigin} />;
  return <Picture file={file} address={shown} portalOrigin={portalOrigin} onFail={() => setFailed(shown)} />;
}
