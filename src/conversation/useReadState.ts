/** Tells the portal how far a person has read. */
import { useCallback, useEffect, useRef } from 'react';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { markRead } from '../portal/methods/dialogs.ts';
import type { Rest } from '../portal/rest.ts';
import { isPassing } from './isPassing.ts';
import type { Timeline } from './timeline.ts';

/** ms between two calls */
const pause = 3_000;

interface ReadStateOptions {
  rest: Rest;
  dialogId: string;
  /** up to the newest message */
  timeline: Timeline;
  currentUserId: number;
  /** false for who is no member: the portal keeps nothing for them */
  isOn: boolean;
  /** another one with each reading of the dialog that succeeded */
  reading: object | null;
}

/**
 * @returns for the message list: the newest message was seen. Nothing is asked of the portal where nothing is unread;
 * what fails in passing is tried once more, when the portal answers again, and nobody is bothered with it. Stable.
 */
export function useReadState(options: ReadStateOptions): (messageId: number) => void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const told = useRef(0);
  /** the message for which it failed in passing */
  const failed = useRef(0);
  const lastCall = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onSeen = useCallback((messageId: number) => {
    const tell = () => {
      timer.current = undefined;
      const { rest, dialogId, timeline, currentUserId, isOn } = latest.current;
      const isNews = ({ id, isUnread, authorId }: Message) =>
        isUnread && authorId !== currentUserId && id > told.current && id <= messageId;
      if (!isOn || !timeline.messages.some(isNews)) return;
      const before = told.current;
      told.current = messageId;
      lastCall.current = Date.now();
      markRead(rest, dialogId, messageId).catch((failure: unknown) => {
        if (!isPassing(failure) || failed.current === messageId) return;
        failed.current = messageId;
        if (told.current === messageId) told.current = before;
      });
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(tell, Math.max(lastCall.current + pause - Date.now(), 0));
  }, []);
  const { reading } = options;
  const lastReading = useRef(reading);
  useEffect(() => {
    if (lastReading.current === reading) return;
    lastReading.current = reading;
    // What was seen meanwhile is told anyway, and this with it.
    if (timer.current === undefined && failed.current > told.current) onSeen(failed.current);
  }, [reading, onSeen]);
  return onSeen;
}
