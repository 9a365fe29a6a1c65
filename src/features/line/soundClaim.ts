/** Which of a person's windows sounds for a message: each message sounds once, and sounds of all chats keep their distance. */
import * as v from 'valibot';
import { nameOf, type Owner } from '../../delivery/owner.ts';

/** ms between two sounds */
const distance = 3_000;

/** Of so many dialogs it is known what was claimed; those whose newest claim is oldest are forgotten first. */
const mostDialogs = 50;

const claimsSchema = v.object({
  /** ms, of the last sound, in whichever dialog */
  at: v.number(),
  /** by dialog: the newest message that was claimed */
  newest: v.record(v.string(), v.number()),
});
type Claims = v.InferOutput<typeof claimsSchema>;

/** Where nothing can be stored, each window has its own. */
const kept = new Map<string, Claims>();

/**
 * Whether this window shall sound for the message; asked once for each, since the answer takes it from the others.
 * Ids ascend, so a smaller one is an older message; but each dialog is read at its own pace, so they are compared within
 * one only. Never rejects.
 */
export async function claimSound(owner: Owner, dialogId: string, messageId: number): Promise<boolean> {
  const name = nameOf(owner, 'sound');
  const decide = () => decideOn(name, dialogId, messageId);
  // Missing in no secure context, whatever the types say (BF 6); then two windows may sound for one message.
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return decide();
  return locks.request(name, decide).catch(decide);
}

function decideOn(key: string, dialogId: string, messageId: number): boolean {
  const { at, newest } = read(key);
  if (messageId <= (newest[dialogId] ?? 0)) return false;
  const now = Date.now();
  // A clock that was set back must not make it silent for ever.
  const isSoon = now >= at && now - at < distance;
  keep(key, { at: isSoon ? at : now, newest: latest({ ...newest, [dialogId]: messageId }) });
  return !isSoon;
}

function latest(newest: Claims['newest']): Claims['newest'] {
  const byAge = Object.entries(newest).sort(([, left], [, right]) => right - left);
  return Object.fromEntries(byAge.slice(0, mostDialogs));
}

function read(key: string): Claims {
  try {
    return v.parse(claimsSchema, JSON.parse(localStorage.getItem(key) ?? ''));
  } catch {
    return kept.get(key) ?? { at: 0, newest: {} };
  }
}

function keep(key: string, claims: Claims): void {
  kept.set(key, claims);
  try {
    localStorage.setItem(key, JSON.stringify(claims));
  } catch {
    // Kept for this window.
  }
}
