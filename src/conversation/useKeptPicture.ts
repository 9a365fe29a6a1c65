/** A picture on its way, shown from this browser's own copy of it. */
import { useEffect, useState } from 'react';
import type { KeptFile } from '../sending/fileItem.ts';

interface KeptPicture {
  /** good as long as the row is there */
  address: string;
  /** It is no picture that this browser can show. */
  giveUp: () => void;
}

/** bytes; a larger one takes too long to decode for so small a picture */
const largest = 30_000_000;

/** null: it is no picture, or not here (any more) */
export function useKeptPicture(file: KeptFile | null): KeptPicture | null {
  const [address, setAddress] = useState<string | null>(null);
  const isPicture = file !== null && file.type.startsWith('image/') && file.size <= largest;
  const fileId = isPicture ? file.fileId : null;
  useEffect(() => {
    if (fileId === null) return undefined;
    let made: string | null = null;
    let isGone = false;
    async function show(id: string): Promise<void> {
      // Loaded with delivery, which every item comes from.
      const { pageFileStore } = await import('../sending/fileStore.ts');
      const content = await pageFileStore().get(id);
      if (isGone || !content) return;
      made = URL.createObjectURL(content);
      setAddress(made);
    }
    // A part of the app that cannot be loaded is no reason to say anything here.
    show(fileId).catch(() => undefined);
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
      setAddress(null);
    };
  }, [fileId]);
  return address === null ? null : { address, giveUp: () => setAddress(null) };
}
