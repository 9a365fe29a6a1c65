/** Reads a request's body to the end. */
import type { IncomingMessage } from 'node:http';

/** bytes; more than the 100 MB of a file upload in Base64 is no honest request */
const limit = 150_000_000;

/** @throws Error when the body is larger than any honest one, or the caller goes away */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream: AsyncIterable<Buffer> = request;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw new Error('The body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
