/** One thing on its way to the portal, as it stands in the store. The state chart is in the head of `delivery.ts`. */
import * as v from 'valibot';

const itemStates = [
  /** waits: for the one before it, for the connection, or for `notBefore` */
  'queued',
  /** an attempt is under way */
  'sending',
  /** the portal holds it; `traceId` says as what, where that is known */
  'sent',
  /** the portal has turned it away, or it was never tried; `problem` says why */
  'refused',
  /** an attempt ended without a verdict, and nobody has been able to look since */
  'unclear',
  /** the attempt is over and it is being looked for */
  'confirming',
  /** looked for long enough and not found; the person decides */
  'stillUnclear',
] as const;

export type ItemState = (typeof itemStates)[number];

/** The page was gone before the attempt had ended. */
export const leftCode = 'LEFT';
/** The page was gone before the attempt began, and too much time has passed, or it must be asked for anyway. */
export const neverSentCode = 'NEVER_SENT';
/** What may be it cannot be looked up by this person. */
export const cannotLookCode = 'CANNOT_LOOK';

const problemSchema = v.object({
  kind: v.string(),
  code: v.string(),
  /** the other side's own words, hostile */
  portalText: v.string(),
  /** the permission that an administrator must add */
  scope: v.exactOptional(v.string()),
});

/** Why something is not as it should be; carries nothing secret. */
export type Problem = v.InferOutput<typeof problemSchema>;

export const itemSchema = v.object({
  /** lower-case UUID v4; the key of its row from echo to confirmation, and the key of keyed sends */
  key: v.string(),
  /** names the policy */
  kind: v.string(),
  /** keyed: what the portal is told instead of `key`, where an attempt with that was refused (PB 4.1) */
  sendKey: v.exactOptional(v.string()),
  /** what the person wrote */
  text: v.string(),
  /** where it goes, in the policy's own terms */
  target: v.record(v.string(), v.union([v.string(), v.number()])),
  state: v.picklist(itemStates),
  /** ms since 1970, when the person pressed Send */
  createdAt: v.number(),
  /** ms since 1970, when the person last said that it shall be sent although it was refused or in doubt */
  wantedAt: v.exactOptional(v.number()),
  /** attempts begun */
  attempts: v.number(),
  /** ms since 1970, when the first attempt began */
  firstAttemptAt: v.exactOptional(v.number()),
  /** ms since 1970, when the last attempt ended; not there while one is under way */
  attemptEndedAt: v.exactOptional(v.number()),
  /** newest trace id known when the first attempt began; what confirms it is newer. Not there: nothing was known */
  baseline: v.exactOptional(v.number()),
  /** keyed: found in doubt by a page that opened much later; it is looked for, and not repeated unasked */
  isOld: v.exactOptional(v.boolean()),
  /** keyed: the portal has said that it knows the key */
  isKnown: v.exactOptional(v.boolean()),
  /** what it leads to is stored */
  isFollowed: v.exactOptional(v.boolean()),
  /** what it became */
  traceId: v.exactOptional(v.number()),
  /** extra copies, made by the browser, that could not be taken back */
  copies: v.exactOptional(v.array(v.number())),
  /** "Not now" in a row */
  pauses: v.exactOptional(v.number()),
  /** ms since 1970; the other side wants to be left alone until then */
  notBefore: v.exactOptional(v.number()),
  problem: v.exactOptional(problemSchema),
});

export type Item = v.InferOutput<typeof itemSchema>;

/** Lower-case UUID v4; `crypto.randomUUID` is missing where the frame is no secure context (BF 6). */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
