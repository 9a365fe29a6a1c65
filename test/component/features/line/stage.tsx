/** A client's chat of a local portal on the screen, as a screen of the app puts it together. */
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { MessageList } from '../../../../src/conversation/MessageList.tsx';
import { usePlace } from '../../../../src/conversation/usePlace.ts';
import { type LiveTimeline, useTimeline } from '../../../../src/conversation/useTimeline.ts';
import { type Line, useLine } from '../../../../src/features/line/useLine.ts';
import type { LineEntity } from '../../../../src/portal/methods/openLines.ts';
import type { Rest } from '../../../../src/portal/rest.ts';
import { listProps } from '../../conversation/sample.ts';

interface LineOptions {
  rest: Rest;
  chatId: number;
  currentUserId: number;
  entities: readonly LineEntity[];
}

/** How the line stands, and how delivery reads it. */
type Shown = Line & Pick<LiveTimeline, 'readBack'>;

/** @returns the newest state */
export function showLine(options: LineOptions): () => Shown {
  let held: Shown | null = null;
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Stage
        {...options}
        hold={(next) => {
          held = next;
        }}
      />
    </QueryClientProvider>,
  );
  return () => {
    if (!held) throw new Error('Nothing has been shown');
    return held;
  };
}

const unknown = { dialog: null, replyEntity: null };

function Stage({ hold, currentUserId, ...options }: LineOptions & { hold: (shown: Shown) => void }) {
  const line = useLine({ ...options, known: unknown });
  const live = useTimeline(line.source, line.dialogId, null);
  const place = usePlace(line.source, live);
  hold({ ...line, readBack: live.readBack });
  return (
    <div style={{ height: 600, width: 700 }}>
      <MessageList
        {...listProps()}
        {...place.list}
        currentUserId={currentUserId}
        reachesClient
        beginning={line.beginning}
      />
    </div>
  );
}
