/** Tells the portal how far a person has read. */
import { useCallback, useEffect, useRef } from 'react';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { markRead } from '../portal/methods/dialogs.ts';
import type { Rest } from '../portal/rest.ts';
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
}

/**
 * @returns for the message list: the newest message was seen. Nothing is asked of the portal where nothing is unread;
 * what fails is not tried again for the same message, and nobody is bothered with it. Stable.
 */
export function useReadState(options: ReadStateOptions): (messageId: number) => void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const told = useRef(0);
  const lastCall = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback((messageId: number) => {
    const tell = () => {
      const { rest, dialogId, timeline, currentUserId, isOn } = latest.current;
      const isNews = ({ id, isUnread, authorId }: Message) =>
        isUnread && authorId !== currentUserId && id > told.current && id <= messageId;
      if (!isOn || !timeline.messages.some(isNews)) return;
      told.current = messageId;
      lastCall.current = Date.now();
      markRead(rest, dialogId, messageId).catch(() => undefined);
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(tell, Math.max(lastCall.current + pause - Date.now(), 0));
  }, []);
}
