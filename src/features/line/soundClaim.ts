/** Which of a person's windows sounds for a message: each message sounds once, and sounds keep their distance. */
import * as v from 'valibot';
import { nameOf, type Owner } from '../../delivery/owner.ts';

/** ms between two sounds */
const distance = 3_000;

const lastSchema = v.object({ messageId: v.number(), at: v.number() });
type Last = v.InferOutput<typeof lastSchema>;

/** Where nothing can be stored, each window has its own. */
const kept = new Map<string, Last>();

/**
 * Whether this window shall sound for the message; asked once for each, since the answer takes it from the others.
 * Ids ascend in the whole portal, so a smaller one is an older message. Never rejects.
 */
export async function claimSound(owner: Owner, messageId: number): Promise<boolean> {
  const name = nameOf(owner, 'sound');
  const decide = () => decideOn(name, messageId);
  // Missing in no secure context, whatever the types say (BF 6); then two windows may sound for one message.
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return decide();
  return locks.request(name, decide).catch(decide);
}

function decideOn(key: string, messageId: number): boolean {
  const last = read(key);
  if (messageId <= last.messageId) return false;
  const now = Date.now();
  // A clock that was set back must not make it silent for ever.
  const isSoon = now >= last.at && now - last.at < distance;
  keep(key, { messageId, at: isSoon ? last.at : now });
  return !isSoon;
}

function read(key: string): Last {
  try {
    return v.parse(lastSchema, JSON.parse(localStorage.getItem(key) ?? ''));
  } catch {
    return kept.get(key) ?? { messageId: 0, at: 0 };
  }
}

function keep(key: string, last: Last): void {
  kept.set(key, last);
  try {
    localStorage.setItem(key, JSON.stringify(last));
  } catch {
    // Kept for this window.
  }
}
