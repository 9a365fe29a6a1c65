/** Reads the text of a REST 3.0 answer: success, both error envelopes, and what is no answer at all. */
import * as v from 'valibot';
import { fromFault, PortalError, type PortalFault, type RefusedBefore } from './errors.ts';

// Only the code decides anything, so nothing else in the answer may hide it.
const text = v.fallback(v.string(), '');
const fieldError = v.looseObject({ message: text, field: v.fallback(v.optional(v.string()), undefined) });
const newFault = v.looseObject({
  code: v.string(),
  message: text,
  validation: v.fallback(v.array(fieldError), []),
});
const envelope = v.looseObject({
  // RF 1.3: on /rest/api/ the older string form arrives as well.
  error: v.nullish(v.union([newFault, v.string()])),
  error_description: text,
});

/**
 * @param answer HTTP status and body text
 * @returns what stands in `result`
 * @throws PortalError for every other content
 */
export function readAnswer(
  method: string,
  answer: { status: number; text: string },
  refusedBefore?: RefusedBefore,
): unknown {
  const body = parseJson(answer.text);
  const read = v.safeParse(envelope, body);
  if (read.success && read.output.error != null) {
    throw fromFault(
      method,
      answer.status,
      faultOf(read.output.error, read.output.error_description),
      refusedBefore,
    );
  }
  if (answer.status >= 200 && answer.status < 300) {
    if (read.success && 'result' in read.output) return read.output['result'];
    throw new PortalError({
      kind: 'malformed',
      code: answer.text.trim() === '' ? 'EMPTY' : body === undefined ? 'NOT_JSON' : 'NO_RESULT',
      method,
      status: answer.status,
    });
  }
  throw new PortalError({
    kind: answer.status >= 500 || answer.status === 0 ? 'unclear' : kindOfBareStatus(answer.status),
    code: `HTTP_${answer.status}`,
    method,
    status: answer.status,
    executed: answer.status === 401 || answer.status === 429 ? 'no' : 'unknown',
  });
}

function kindOfBareStatus(status: number) {
  if (status === 401) return 'auth';
  if (status === 429) return 'limit';
  return 'unclear';
}

function faultOf(error: string | v.InferOutput<typeof newFault>, description: string): PortalFault {
  if (typeof error === 'string') return { version: 'v3', code: error, text: description, fields: [] };
  return {
    version: 'v3',
    code: error.code,
    text: error.message,
    fields: error.validation.map(({ message, field }) =>
      field === undefined ? { message } : { message, field },
    ),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
