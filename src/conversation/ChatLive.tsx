/** How fresh a dialog on the screen is. */
import { LiveState } from './LiveState.tsx';
import type { ChatState } from './useChat.ts';
import { useIsOnline } from './useIsOnline.ts';

/** Nothing where nothing can be read. */
export function ChatLive({ chat: { live, desk } }: { chat: Pick<ChatState, 'live' | 'desk'> }) {
  const isOnline = useIsOnline();
  if (!live.reading) return null;
  return <LiveState state={stateOf(isOnline, desk.isDown, live.error?.kind)} />;
}

function stateOf(isOnline: boolean, isDown: boolean, problem: string | undefined) {
  if (!isOnline) return 'offline';
  if (problem === undefined) return isDown ? 'failed' : 'live';
  return problem === 'limit' ? 'slow' : 'failed';
}
