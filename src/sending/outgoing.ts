/** A message on its way from the composer to the portal, as the screen and the store know it. */
import * as v from 'valibot';
import { portalErrorKinds } from '../portal/errors.ts';

const states = [
  /** waiting for the one before it, or for the connection */
  'queued',
  /** the one attempt is under way */
  'sending',
  /** the attempt is over and the message is looked for in the chat; `problem` says why it was not certain */
  'confirming',
  /** nothing was written, for certain; `problem` says why */
  'refused',
  /** looked for long enough and not found; the person decides */
  'stillUnclear',
  /** the portal said yes, and this person may not read the chat to see it */
  'accepted',
] as const;

export type OutgoingState = (typeof states)[number];

/** The page was closed before the portal had answered. */
export const reloadedCode = 'RELOADED';
/** The page was closed before the one attempt began. */
export const neverSentCode = 'NEVER_SENT';

const problem = v.object({
  kind: v.picklist(portalErrorKinds),
  /** the portal's, or one of ours */
  code: v.string(),
  /** the portal's own words, hostile */
  portalText: v.string(),
  /** the scope an administrator must add, for kind 'scope' */
  scope: v.exactOptional(v.string()),
});

/** What remains of a PortalError when it is stored: nothing of the request. */
export type Problem = v.InferOutput<typeof problem>;

/** As it stands in the store. */
export const outgoingSchema = v.object({
  /** lower-case UUID v4; also the key of its row, from echo to confirmation */
  key: v.string(),
  text: v.string(),
  state: v.picklist(states),
  /** ms since 1970, when the person pressed Send */
  createdAt: v.number(),
  /** ms since 1970, when its one attempt began; not there before that */
  attemptedAt: v.exactOptional(v.number()),
  /** newest message id known when the attempt began; what confirms it is newer */
  baseline: v.number(),
  problem: v.exactOptional(problem),
});

export type Outgoing = v.InferOutput<typeof outgoingSchema>;

/** Lower-case UUID v4; `crypto.randomUUID` is missing where the frame is no secure context (BF 6). */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
