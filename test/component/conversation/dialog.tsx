/** A dialog of a local portal on the screen, as a screen of the app puts it together; for the tests beside this file. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { useMemo, useReducer, useState } from 'react';
import { dialogSource } from '../../../src/conversation/dialogSource.ts';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { Place } from '../../../src/conversation/place.ts';
import { usePlace } from '../../../src/conversation/usePlace.ts';
import { useQuotes } from '../../../src/conversation/useQuotes.ts';
import { useReadState } from '../../../src/conversation/useReadState.ts';
import { emptyTimeline } from '../../../src/conversation/timeline.ts';
import { useTimeline } from '../../../src/conversation/useTimeline.ts';
import { SearchPanel } from '../../../src/conversation/search/SearchPanel.tsx';
import type { Rest } from '../../../src/portal/rest.ts';
import { dialogOfChat } from '../../../src/portal/methods/dialogs.ts';
import { anna } from '../sending/portal.ts';
import { listProps } from './sample.ts';

interface DialogOptions {
  rest: Rest;
  chatId: number;
  isMember?: boolean;
  hasSearch?: boolean;
  canSearchAll?: boolean;
  height?: number;
}

/** What the test holds of the dialog: the newest state of its place. */
export interface Held {
  place: Place;
  send: () => void;
  /** renders everything above the list anew */
  redraw: () => void;
  quotes: ReturnType<typeof useQuotes>;
}

export function showDialog(options: DialogOptions): { held: () => Held; unmount: () => void } {
  let held: Held | null = null;
  const client = new QueryClient();
  const { unmount } = render(
    <QueryClientProvider client={client}>
      <Dialog
        {...options}
        hold={(next) => {
          held = next;
        }}
      />
    </QueryClientProvider>,
  );
  return {
    unmount,
    held: () => {
      if (!held) throw new Error('Nothing has been shown');
      return held;
    },
  };
}

function Dialog(props: DialogOptions & { hold: (held: Held) => void }) {
  const { rest, chatId, isMember = true, hasSearch = false, canSearchAll = true, height = 500, hold } = props;
  const dialogId = dialogOfChat(chatId);
  const source = useMemo(() => dialogSource(rest, dialogId), [rest, dialogId]);
  const live = useTimeline(source, dialogId, null);
  const place = usePlace(source, live);
  // Quotes ask the same method as the search.
  const quotes = useQuotes(rest, chatId, hasSearch ? emptyTimeline : place.shown);
  const onSeen = useReadState({
    rest,
    dialogId,
    timeline: live.timeline,
    currentUserId: anna,
    isOn: isMember,
    reading: live.reading,
  });
  const [sends, setSends] = useState(0);
  const [isOpen, setOpen] = useState(hasSearch);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  hold({ place, quotes, redraw, send: () => setSends((count) => count + 1) });
  return (
    <div style={{ display: 'flex', height, width: hasSearch ? 1_000 : 600 }}>
      <div style={{ flex: 1, minWidth: 0, height }}>
        <MessageList {...listProps()} {...place.list} sends={sends} quotes={quotes} onSeen={onSeen} />
      </div>
      {isOpen && (
        <div style={{ width: 340, height }}>
          <SearchPanel
            rest={rest}
            chatId={chatId}
            timeline={place.shown}
            people={place.shown.people}
            goTo={place.list.goTo}
            onClose={() => setOpen(false)}
            canSearchAll={canSearchAll}
          />
        </div>
      )}
    </div>
  );
}
