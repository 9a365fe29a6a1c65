/** How fresh a dialog on the screen is, and whether what is written there goes out. */
import { type Live, LiveState } from './LiveState.tsx';
import type { ChatState } from './useChat.ts';
import { useIsOnline } from './useIsOnline.ts';

interface ChatLiveProps {
  chat: {
    live: Pick<ChatState['live'], 'reading' | 'error' | 'isOutOfDate'>;
    desk: Pick<ChatState['desk'], 'isDown'>;
  };
}

export function ChatLive({ chat: { live, desk } }: ChatLiveProps) {
  const isOnline = useIsOnline();
  const isLost = !isOnline || desk.isDown;
  const isTold = live.reading !== null && live.isOutOfDate;
  const trouble = isLost ? 'connection' : isTold ? 'told' : null;
  const state = live.reading
    ? freshness(isOnline, desk.isDown, live.error?.kind)
    : whereUnread(isOnline, desk.isDown);
  return <LiveState state={state} trouble={trouble} />;
}

function freshness(isOnline: boolean, isDown: boolean, problem: string | undefined): Live {
  if (!isOnline) return 'offline';
  if (problem === undefined) return isDown ? 'failed' : 'live';
  return problem === 'limit' ? 'slow' : 'failed';
}

/** Nothing is fresh where nothing can be read, but one can write there. */
function whereUnread(isOnline: boolean, isDown: boolean): Live | null {
  if (!isOnline) return 'cut';
  return isDown ? 'unreachable' : null;
}
