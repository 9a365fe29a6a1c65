/** Why a chosen file cannot be sent, told before anything is uploaded. Pure. */
import type { Translator } from '../i18n/translator.ts';
import { largestFile } from '../portal/largestFile.ts';

const megabyte = 1024 * 1024;

interface Given {
  file: Pick<File, 'size'>;
  isFolder: boolean;
}

/** In words; null: it can be sent. A folder looks like a file, of any size, that cannot be read later. */
export function refusalOf({ file: { size }, isFolder }: Given, t: Translator['t']): string | null {
  if (isFolder) return t('attachments.folder');
  if (size === 0) return t('attachments.empty');
  if (size <= largestFile) return null;
  return t('attachments.tooLarge', { limit: Math.ceil(largestFile / megabyte) });
}
