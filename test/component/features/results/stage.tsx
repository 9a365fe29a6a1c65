/** A chat with its results as a screen puts them together: plain rows, the panel, and the bar for several messages. */
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { useMemo, useState } from 'react';
import { onTestFinished, vi } from 'vitest';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { dialogSource } from '../../../../src/conversation/dialogSource.ts';
import { MessageText } from '../../../../src/conversation/MessageText.tsx';
import { useTimeline, type FirstReading } from '../../../../src/conversation/useTimeline.ts';
import { BulkBar } from '../../../../src/features/results/BulkBar.tsx';
import { ResultsPanel } from '../../../../src/features/results/ResultsPanel.tsx';
import { useResultActions } from '../../../../src/features/results/useResultActions.tsx';
import { useResults } from '../../../../src/features/results/useResults.ts';
import type { Portal } from '../../../../src/portal/connect.ts';
import { getMessages } from '../../../../src/portal/methods/dialogs.ts';
import { openDelivery } from '../../../../src/sending/openDelivery.ts';
import { useDesk, type Desk } from '../../../../src/sending/useDesk.ts';

interface StageProps {
  portal: Portal;
  userId: number;
  taskId: number;
  chatId: number;
  first: FirstReading;
  isStranger: boolean;
  canRead: boolean;
  width: number;
  onGoTo: (messageId: number) => void;
  tellDesk: (desk: Desk) => void;
}

function Stage(props: StageProps) {
  const { portal, userId, taskId, chatId, first, isStranger, canRead, width, onGoTo, tellDesk } = props;
  const dialogId = `chat${chatId}`;
  const source = useMemo(() => dialogSource(portal.rest, dialogId), [portal, dialogId]);
  const { timeline, readBack } = useTimeline(source, dialogId, first);
  const desk = useDesk({
    owner: { portal, userId },
    lane: dialogId,
    compose: (text, { asResult }) => ({
      kind: 'taskText',
      text,
      target: { taskId, chatId, ...(asResult ? { asResult: taskId } : {}) },
    }),
    read: readBack,
  });
  tellDesk(desk);
  const { messages, people, files } = timeline;
  const results = useResults({
    restApi: portal.restApi,
    taskId,
    desk,
    newestSystemId: messages.findLast(({ authorId }) => authorId === 0)?.id ?? null,
  });
  const { resultAction, marksOf, withConsent, beside } = useResultActions(results, isStranger);
  const [isOpen, setOpen] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const around = { people, files, currentUserId: userId, portalOrigin: portal.origin, goTo: onGoTo };
  return (
    <div style={{ display: 'grid', gridTemplateColumns: `minmax(0, 1fr) ${width}px`, height: '100vh' }}>
      <div style={{ overflow: 'auto' }}>
        <button onClick={() => setChosen(new Set(messages.slice(-3).map(({ id }) => id)))}>
          Choose three
        </button>
        <button onClick={() => setOpen(true)}>Open results</button>
        {chosen && (
          <BulkBar
            chosen={messages.filter(({ id }) => chosen.has(id))}
            results={results}
            withConsent={withConsent}
            onEnd={() => setChosen(null)}
          />
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as the list of messages has it */}
        <div role="log" aria-label="Messages" tabIndex={0}>
          {messages.map((message) => {
            const action = resultAction(message);
            return (
              <article key={message.id} aria-label={`Message ${message.id}`}>
                <MessageText text={message.text} around={around} />
                {marksOf(message)}
                {action && <button onClick={action.run}>{action.label}</button>}
              </article>
            );
          })}
        </div>
      </div>
      {isOpen && (
        <ResultsPanel
          results={results}
          around={around}
          messages={messages}
          countOf={desk.countOf}
          isStranger={isStranger}
          canRead={canRead}
          onClose={() => setOpen(false)}
        />
      )}
      {beside}
    </div>
  );
}

interface Shown {
  portal: Portal;
  userId: number;
  taskId: number;
  chatId: number;
  isStranger?: boolean;
  canRead?: boolean;
  /** CSS pixels of the panel */
  width?: number;
}

/** Shown and, behind the test, taken away. */
export async function show(shown: Shown) {
  const { portal, userId, taskId, chatId, isStranger = false, canRead = true, width = 360 } = shown;
  const began = Date.now();
  const first = { page: await getMessages(portal.rest, `chat${chatId}`), began };
  const wentTo: number[] = [];
  let desk: Desk | undefined;
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Stage
        {...{ portal, userId, taskId, chatId, first, isStranger, canRead, width }}
        onGoTo={(id) => wentTo.push(id)}
        tellDesk={(latest) => {
          desk = latest;
        }}
      />
    </QueryClientProvider>,
  );
  onTestFinished(() => {
    cleanup();
    openDelivery({ portal, userId }).delivery.stop();
  });
  return {
    wentTo,
    desk: () => {
      if (!desk) throw new Error('Nothing is shown');
      return desk;
    },
  };
}

export const panel = () => within(screen.getByRole('region', { name: 'Results' }));
export const cards = () => panel().queryAllByRole('group');
/** The card that says so. */
export const card = async (words: string) => {
  // A field holds its words as text too, until it goes; so does what is on its way.
  const find = () =>
    panel()
      .queryAllByText(words, { ignore: 'textarea, script, style' })
      .map((text) => text.closest('fieldset'))
      .find((article) => article !== null);
  return within(await vi.waitUntil(find, { timeout: 10_000 }));
};
export const row = (messageId: number) =>
  within(screen.getByRole('article', { name: `Message ${messageId}` }));
/** What has the focus, by its name or words. */
export const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';
