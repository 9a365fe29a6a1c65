/** A sound when the client writes while the chat is on the screen, for whoever has switched it on. */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Timeline } from '../../conversation/timeline.ts';
import type { Owner } from '../../delivery/owner.ts';
import { isBlocked, onBlockedChange, ring, tryOut } from './chime.ts';
import { claimSound } from './soundClaim.ts';
import { useSoundSetting } from './useSoundSetting.ts';

export interface ClientSound {
  isOn: boolean;
  setOn: (isOn: boolean) => void;
  /** it is on, and the browser keeps the page silent until somebody clicks or types in it */
  isBlocked: boolean;
}

/**
 * Sounds for what arrives after the first reading, once in all windows of the person, and every 3 s at most.
 * @param timeline of the client's chat `dialogId`, which may not change while this is mounted
 */
export function useClientSound(
  { memberId, userId }: Owner,
  dialogId: string,
  timeline: Timeline,
): ClientSound {
  const [isOn, setOn] = useSoundSetting({ memberId, userId });
  const isSilent = useSyncExternalStore(onBlockedChange, isBlocked);

  // Before anything arrives: the switch says at once whether the browser lets it sound.
  useEffect(() => {
    if (isOn) void tryOut();
  }, [isOn]);
  useEffect(() => {
    if (!isOn || !isSilent) return undefined;
    const onGesture = () => void tryOut();
    window.addEventListener('pointerup', onGesture);
    window.addEventListener('keydown', onGesture);
    return () => {
      window.removeEventListener('pointerup', onGesture);
      window.removeEventListener('keydown', onGesture);
    };
  }, [isOn, isSilent]);

  /** newest message that is no news any more; null until something was read */
  const known = useRef<number | null>(null);
  useEffect(() => {
    const newest = timeline.messages.at(-1)?.id ?? (timeline.reachedStart ? 0 : null);
    const before = known.current;
    if (newest === null || newest === before) return;
    known.current = newest;
    const fresh = before !== null && isOn ? clientsAfter(timeline, before) : undefined;
    if (fresh !== undefined) void ring(() => claimSound({ memberId, userId }, dialogId, fresh));
  }, [timeline, isOn, memberId, userId, dialogId]);

  return { isOn, setOn, isBlocked: isOn && isSilent };
}

/** The newest message of a client above `before`. */
function clientsAfter({ messages, people }: Timeline, before: number): number | undefined {
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (!message || message.id <= before) return undefined;
    if (people.get(message.authorId)?.isClient && !message.isDeleted) return message.id;
  }
  return undefined;
}
