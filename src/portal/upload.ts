/**
 * One large POST of classic REST, which can be watched and cancelled: by XMLHttpRequest, since `fetch` tells nothing of
 * what it sends. It costs a preflight, as every request does whose upload is watched.
 *
 * **What was not handed over whole was not executed.** The portal runs a request once its front end has all of it. Where
 * there is none and PHP runs on half a body, it finds no token: `auth` is the last field. And what the browser has not
 * handed over cannot have arrived. Not sound in one place: what left between the browser's last word and the end; see
 * `handover.ts` for the room that is left for it. A browser that repeats the request by itself (BF 1A) does not matter
 * here, as the most that was ever handed over counts.
 */
import * as v from 'valibot';
import { readAnswer } from './answer.ts';
import { PortalError, type RefusedBefore } from './errors.ts';
import { createHandover } from './handover.ts';
import { multipart, type FormPart } from './multipart.ts';
import type { Tokens } from './tokens.ts';

export interface UploadCommand {
  method: string;
  /** what stands in the address; never a token of the person's */
  query?: Readonly<Record<string, string>>;
  parts: readonly FormPart[];
}

/** Bytes of the request's body. */
export interface UploadProgress {
  sent: number;
  total: number;
  /** it may be with the portal: it can no longer be cancelled */
  isHandedOver: boolean;
}

export interface UploadOptions {
  /** ms an attempt may take, its body sent and its answer read */
  timeLimit: number;
  /** codes this method raises before it writes anything */
  refusedBefore?: RefusedBefore;
  onProgress?: (progress: UploadProgress) => void;
  /** Cancels it, as long as it is certain that nothing was written (`executed: 'no'`); after that it goes on. */
  signal?: AbortSignal;
}

/**
 * Gives what stands in `result`; rejects with a PortalError, always. NETWORK, TIMEOUT and ABORTED with `executed: 'no'`
 * are those whose body had not left.
 */
export type Upload = (command: UploadCommand, options: UploadOptions) => Promise<unknown>;

interface Answer {
  status: number;
  text: string;
}

/** ms after which a request of which nothing was told has not begun to be sent: browsers tell it once a second. */
const silence = 3_000;

/** @param address `https://example.bitrix24.com/rest` */
export function createUpload(address: string, tokens: Tokens): Upload {
  const attempt = ({ method, query = {}, parts }: UploadCommand, token: string, options: UploadOptions) => {
    const search = new URLSearchParams(query).toString();
    const url = `${address}/${method}${search === '' ? '' : `?${search}`}`;
    const body = multipart(token === '' ? parts : [...parts, { name: 'auth', value: token }]);
    return post({ method, url, body }, options);
  };

  return async (command, options) => {
    const { method } = command;
    const token = await tokens.get();
    let answer = await attempt(command, token, options);
    if (isTokenRefused(answer)) {
      // It was not executed, so this repeat cannot send twice; a second time it is the verdict.
      tokens.refuse(token);
      answer = await attempt(command, await tokens.get(), options);
    }
    if (isTokenRefused(answer)) tokens.giveUp();
    else if (answer.status < 500) tokens.hope();
    // The web server in front of the portal takes no such large request.
    if (answer.status === 413)
      throw new PortalError({ kind: 'refused', code: 'FILE_TOO_LARGE', method, status: 413, executed: 'no' });
    return readAnswer(method, answer, options.refusedBefore);
  };
}

/** Nothing was asked of the portal, or nothing can have arrived there. */
export function aborted(method: string): PortalError {
  return new PortalError({ kind: 'unclear', code: 'ABORTED', method, executed: 'no' });
}

function post(
  { method, url, body }: { method: string; url: string; body: Blob },
  { timeLimit, onProgress, signal }: UploadOptions,
): Promise<Answer> {
  const request = new XMLHttpRequest();
  const handover = createHandover(body.size);
  const began = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    const isHandedOver = handover.hasBegun() && handover.mayBeWhole();
    onProgress?.({ sent: handover.sent(), total: body.size, isHandedOver });
  }

  function cancel(): void {
    clearTimeout(timer);
    if (handover.hasBegun()) {
      if (!handover.mayBeWhole()) request.abort();
      return;
    }
    // Short bodies are gone before a word is said of them.
    const wait = began + silence - Date.now();
    if (wait <= 0) request.abort();
    else timer = setTimeout(cancel, wait);
  }

  return new Promise<Answer>((resolve, reject) => {
    if (signal?.aborted) return reject(aborted(method));
    const fail = (code: 'NETWORK' | 'TIMEOUT') => () => {
      const executed = handover.mayBeWhole() ? 'unknown' : 'no';
      reject(new PortalError({ kind: 'unreachable', code, method, executed }));
    };
    request.upload.addEventListener('progress', ({ loaded }) => {
      handover.saw(loaded);
      tell();
      if (signal?.aborted) cancel();
    });
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
    request.addEventListener('error', fail('NETWORK'));
    request.addEventListener('timeout', fail('TIMEOUT'));
    request.addEventListener('abort', () => reject(aborted(method)));
    signal?.addEventListener('abort', cancel);
    request.open('POST', url);
    request.timeout = timeLimit;
    request.setRequestHeader('accept', 'application/json');
    tell();
    request.send(body);
    return undefined;
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  });
}

const tokenRefusal = v.looseObject({ error: v.picklist(['expired_token', 'invalid_token']) });

/** Other 401s, as for a missing scope (PB 1.4), say nothing against the token. */
function isTokenRefused({ status, text }: Answer): boolean {
  if (status !== 401) return false;
  try {
    return v.is(tokenRefusal, JSON.parse(text));
  } catch {
    return false;
  }
}
