/** News among the pages of one browser. Where storage is refused there may be no channel: then nobody hears anything. */
import { nameOf, type Owner } from './owner.ts';
import type { News } from './turns.ts';

/** Open for as long as the page is. A page does not hear itself. */
export function openNews(owner: Owner): News {
  const channel = openChannel(nameOf(owner, 'lanes'));
  return {
    tell(lane) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin only
      channel?.postMessage(lane);
    },
    listen(listener) {
      const hear = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') listener(data);
      };
      channel?.addEventListener('message', hear);
      return () => channel?.removeEventListener('message', hear);
    },
  };
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
