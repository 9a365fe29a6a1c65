/** A client's chat of a local portal on the screen, as a screen of the app puts it together. */
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { MessageList } from '../../../../src/conversation/MessageList.tsx';
import { usePlace } from '../../../../src/conversation/usePlace.ts';
import { useTimeline } from '../../../../src/conversation/useTimeline.ts';
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

/** @returns the newest state of the line */
export function showLine(options: LineOptions): () => Line {
  let held: Line | null = null;
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

function Stage({ hold, currentUserId, ...options }: LineOptions & { hold: (line: Line) => void }) {
  const line = useLine({ ...options, known: unknown });
  const live = useTimeline(line.source, line.dialogId, null);
  const place = usePlace(line.source, live);
  hold(line);
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
