/** Base64 of a file, without holding up the page: a piece at a time, by the browser itself. */

/** bytes; a multiple of three, so that pieces can be put one behind the other */
const piece = 768 * 1024;

/**
 * @returns the characters, as a Blob: the browser keeps it outside of the page
 * @throws what `goesOn` throws, before each piece; Error: the file was changed or taken away
 */
export async function toBase64(content: Blob, goesOn: () => void): Promise<Blob> {
  const pieces: Blob[] = [];
  for (let at = 0; at < content.size; at += piece) {
    goesOn();
    const address = await toDataAddress(content.slice(at, at + piece));
    pieces.push(new Blob([address.slice(address.indexOf(',') + 1)]));
  }
  return new Blob(pieces);
}

function toDataAddress(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') resolve(reader.result);
    });
    reader.addEventListener('error', () => reject(new Error('The file cannot be read')));
    reader.readAsDataURL(content);
  });
}
