/** `TEMPLATE_ID`: the keys by which a message is sent once (PB 4.1). */
import { V2Error } from '../../rest/errors.ts';
import type { Call } from '../../rest/call.ts';
import type { Message, World } from '../../world/types.ts';

/** After this a key without a message is free again, in ms. */
const holdsFor = 3_600_000;
/** A row is forgotten after 31 days, in ms. */
const livesFor = 31 * 86_400_000;

interface Key {
  /** null while the first send is under way or its job has not run, and for ever when it was refused */
  messageId: number | null;
  /** ms since 1970 */
  since: number;
}

const keysOf = new WeakMap<World, Map<string, Key>>();

/** Only a lower-case UUID v4 is a key; anything else is ignored without a word (PB 4.1). */
export function isKey(templateId: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(templateId);
}

/**
 * Takes the key before the send is checked (PB 4.1).
 * @returns the id of the message that was sent with it (phase 1), null = send now (new, or phase 3)
 * @throws V2Error 400 `MESSAGE_DUPLICATED_BY_UUID` in phase 2
 */
function claimKey(world: World, uuid: string): number | null {
  const keys = keysOf.get(world) ?? new Map<string, Key>();
  keysOf.set(world, keys);
  const key = keys.get(uuid);
  const age = key ? Date.now() - key.since : Infinity;
  if (key && age < livesFor) {
    if (key.messageId !== null) return key.messageId;
    if (age < holdsFor) {
      throw new V2Error('MESSAGE_DUPLICATED_BY_UUID', 'A message with this UUID is already being sent');
    }
  }
  keys.set(uuid, { messageId: null, since: Date.now() });
  return null;
}

/**
 * Sends a message once for its key, and plainly without one.
 * @returns the message's id: of this send, or of the first one with the key
 * @throws V2Error as `claimKey`, and whatever `send` throws
 */
export function sendOnce(call: Call, uuid: string, send: () => Message): number {
  if (!isKey(uuid)) return send().id;
  const known = claimKey(call.world, uuid);
  if (known !== null) return known;
  const message = send();
  // PB 4.1: both ids meet only in a job after the answer; until then `uuid` reads back as null.
  call.afterAnswer(() => {
    settleKey(call.world, uuid, message.id);
    message.uuid = uuid;
  });
  return message.id;
}

/** What the job after the answer does: from now on the key answers with the message. */
function settleKey(world: World, uuid: string, messageId: number): void {
  const key = keysOf.get(world)?.get(uuid);
  if (key) key.messageId = messageId;
}
