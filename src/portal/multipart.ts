/**
 * A form with files as PHP reads it (PB 1.3), put together by hand: `FormData` would want its fields as texts, and a
 * hundred megabytes of text hold up the page. A Blob the browser keeps outside of it. Pure.
 */

/** A Blob without a `fileName` is the text of a plain field. */
export interface FormPart {
  /** as PHP has it, `fields[name]` */
  name: string;
  value: string | Blob;
  fileName?: string;
}

/** The content type is the Blob's; it is a simple one, which a frame may send as it is. */
export function multipart(parts: readonly FormPart[]): Blob {
  const number = Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('');
  // In lower case, as a Blob keeps its type.
  const boundary = `----chat-desk-${number}`;
  const pieces = parts.flatMap(({ name, value, fileName }): BlobPart[] => {
    const file = fileName === undefined ? '' : `; filename="${quotable(fileName)}"`;
    const type = fileName === undefined ? '' : 'Content-Type: application/octet-stream\r\n';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quotable(name)}"${file}\r\n${type}\r\n`;
    return [head, value, '\r\n'];
  });
  return new Blob([...pieces, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

/** As browsers write it (HTML, "multipart/form-data encoding algorithm"). */
function quotable(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
