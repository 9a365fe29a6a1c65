/** Reads what a control call was given. */
import * as v from 'valibot';

/** Wrong input: 400 with the message. */
export class ControlError extends Error {}

/** @throws ControlError that names each wrong place */
export function read<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const told = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
  throw new ControlError(told.join('; '));
}
