/** Pieces of schemas for what the portal sends: ids as numbers or strings, `[]` for `{}`, missing fields. */
import * as v from 'valibot';
import { PortalError } from './errors.ts';

/** An id or count, sent as a JSON number by some methods and as a string by others (RF 11.10). */
export const wireNumber = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+$/))]),
  v.transform(Number),
  v.safeInteger(),
);

/** A map; PHP writes an empty one as `[]` (RF 11.12). */
export const wireMap = v.pipe(
  v.union([
    v.pipe(
      v.array(v.unknown()),
      v.transform(() => ({})),
    ),
    v.record(v.string(), v.unknown()),
  ]),
  v.transform((value): Record<string, unknown> => value),
);

/** An address the portal may leave out, as `""`, null or false. */
export const wireAddress = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (typeof value === 'string' && value !== '' ? value : null)),
  ),
  null,
);

/**
 * Reads `result` with a loose schema.
 * @throws PortalError of kind 'malformed' that names the first place that did not fit
 */
export function read<Schema extends v.GenericSchema>(
  method: string,
  schema: Schema,
  result: unknown,
): v.InferOutput<Schema> {
  const answer = v.safeParse(schema, result);
  if (answer.success) return answer.output;
  const place = v.getDotPath(answer.issues[0]) ?? 'result';
  throw new PortalError({ kind: 'malformed', code: `UNEXPECTED_SHAPE at ${place}`, method });
}
