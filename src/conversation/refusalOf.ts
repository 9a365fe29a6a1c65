/** Why a chosen file cannot be sent, told before anything is uploaded. Pure. */
import type { Translator } from '../i18n/translator.ts';
import { largestFile } from '../portal/largestFile.ts';

const megabyte = 1024 * 1024;

/** In words; null: it can be sent. A dropped folder looks like an empty file, or cannot be read later. */
export function refusalOf({ size }: Pick<File, 'size'>, t: Translator['t']): string | null {
  if (size === 0) return t('attachments.empty');
  if (size <= largestFile) return null;
  return t('attachments.tooLarge', { limit: Math.ceil(largestFile / megabyte) });
}
