/** Puts an answer on the wire. */
import type { ServerResponse } from 'node:http';
import { corsHeaders, jsonType } from '../http/headers.ts';
import { toPhpJson } from '../http/json.ts';
import type { Reply } from './exchange.ts';

export interface WireAnswer {
  status: number;
  contentType: string;
  text: string;
  /** false leaves out the CORS headers */
  cors: boolean;
}

export function toWire({ status, body }: Reply): WireAnswer {
  return { status, contentType: jsonType, text: toPhpJson(body), cors: true };
}

/** Resolves when the answer has left, or the caller has gone. */
export async function send(response: ServerResponse, answer: WireAnswer): Promise<void> {
  const bytes = writeHead(response, answer);
  await ended(response, () => response.end(bytes));
}

/** Promises the whole answer, sends half of it and closes the connection. */
export async function sendHalf(response: ServerResponse, answer: WireAnswer): Promise<void> {
  const bytes = writeHead(response, answer);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  await ended(response, () => response.write(half, () => response.socket?.destroy()));
}

function writeHead(response: ServerResponse, { status, contentType, text, cors }: WireAnswer): Buffer {
  const bytes = Buffer.from(text);
  response.writeHead(status, {
    ...(cors ? corsHeaders : {}),
    'Content-Type': contentType,
    'Content-Length': bytes.length,
  });
  return bytes;
}

/** 'close' comes after the last byte as well as after a lost connection. */
function ended(response: ServerResponse, start: () => void): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed || response.socket?.destroyed) {
      resolve();
      return;
    }
    response.once('close', resolve);
    start();
  });
}
