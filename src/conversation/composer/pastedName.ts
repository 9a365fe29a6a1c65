/** Names for pictures that come from the clipboard. Pure. */

const empty = /^(?:(?:image|blob|unnamed|untitled)(?:\.\w+)?)?$/i;

/** The file with a name that tells it from others: `picture-2026-11-21-14-03-22.png` (the reader's clock). */
export function withTellingName(file: File, now: Date): File {
  if (!file.type.startsWith('image/') || !empty.test(file.name)) return file;
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())];
  const clock = [two(now.getHours()), two(now.getMinutes()), two(now.getSeconds())];
  const kind = /^image\/(\w+)/.exec(file.type)?.[1]?.toLowerCase() ?? 'png';
  const name = `picture-${[...day, ...clock].join('-')}.${kind === 'jpeg' ? 'jpg' : kind}`;
  return new File([file], name, { type: file.type, lastModified: file.lastModified });
}
