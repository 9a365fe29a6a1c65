// What a message answers: told by the portal's search, shown as a line that leads there.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, renderHook, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Around } from '../../../src/conversation/around.ts';
import type { Quote } from '../../../src/conversation/quote.ts';
import { QuoteLine } from '../../../src/conversation/QuoteLine.tsx';
import { emptyTimeline, mergePage, type Timeline } from '../../../src/conversation/timeline.ts';
import { useQuotes } from '../../../src/conversation/useQuotes.ts';
import { dialogOfChat, getMessages, pageSize } from '../../../src/portal/methods/dialogs.ts';
import { anna, openPortal } from '../sending/portal.ts';
import { elena, item, marta, people } from './sample.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);
/** Replies to what is near, far and deleted (test/portal/README.md). */
const catalogue = 68;

afterEach(async () => {
  cleanup();
  await portal.noFaults();
});

describe('useQuotes', () => {
  test('near, far above what is loaded, and deleted', async () => {
    const timeline = await newest(catalogue);
    const { result } = renderHook(() => useQuotes(rest, catalogue, timeline));
    expect(result.current.size).toBe(0);
    const quoteIn = (text: string) =>
      result.current.get(timeline.messages.find((message) => message.text === text)?.id ?? 0);
    await expect.poll(() => quoteIn('Agreed.')?.text).toMatch(/^The heavy one/);
    expect(quoteIn('These eight are online since this morning.')).toMatchObject({
      text: 'Пробные страницы 1–8 готовы, смотрите.',
      authorId: elena,
      authorName: 'Елена Соколова',
      isDeleted: false,
    });
    expect(quoteIn('Это был не тот файл.')).toMatchObject({ text: '', isDeleted: true });
  });

  test('each range is read once: not with every reading, and only the new part of a longer one', async () => {
    const { chatId } = await portal.newTask();
    const first = await portal.write(...texts(chatId, 60));
    const before = await searches();
    const { result, rerender } = renderHook((timeline) => useQuotes(rest, chatId, timeline), {
      initialProps: await newest(chatId),
    });
    await expect.poll(searches).toBe(before + 1);
    const again = await newest(chatId);
    rerender(again);
    const answered = first[0]?.id ?? 0;
    await portal.write({ chatId, authorId: marta, typed: 'An answer', params: { REPLY_ID: answered } });
    rerender(await newest(chatId));
    await expect.poll(() => [...result.current.values()][0]?.messageId, { timeout: 10_000 }).toBe(answered);
    expect(await searches()).toBe(before + 2);
  });

  test('what cannot answer anything is not asked about: sent from here without an answer, or by the system', async () => {
    const { chatId } = await portal.newTask();
    await portal.write(...texts(chatId, 3));
    const start = await newest(chatId);
    const before = await searches();
    const { rerender } = renderHook(({ timeline, sent }: Shown) => useQuotes(rest, chatId, timeline, sent), {
      initialProps: { timeline: start, sent: nothingSent },
    });
    await expect.poll(searches).toBe(before + 1);
    const [own] = await portal.write({ chatId, authorId: anna, typed: 'Mine' });
    await portal.write({ chatId, authorId: 0, typed: 'Anna did it' });
    const sent = {
      items: [item('k1', { text: 'Mine', state: 'sent', traceId: own?.id ?? 0 })],
      claims: new Map([[own?.id ?? 0, 'k1']]),
    };
    rerender({ timeline: await newest(chatId), sent });
    await pause(6_000);
    expect(await searches()).toBe(before + 1);
    // With what comes from others, it is.
    await portal.write(...texts(chatId, 1));
    rerender({ timeline: await newest(chatId), sent });
    await expect.poll(searches, { timeout: 8_000 }).toBe(before + 2);
  }, 30_000);

  test('however often something new comes, it is asked seldom', async () => {
    const { chatId } = await portal.newTask();
    await portal.write(...texts(chatId, 3));
    const before = await searches();
    const { rerender } = renderHook((timeline) => useQuotes(rest, chatId, timeline), {
      initialProps: await newest(chatId),
    });
    await expect.poll(searches).toBe(before + 1);
    const started = Date.now();
    for (let count = 0; count < 8; count += 1) {
      await portal.write(...texts(chatId, 1));
      rerender(await newest(chatId));
      await pause(700);
    }
    await expect.poll(searches, { timeout: 8_000 }).toBeGreaterThan(before + 1);
    const asked = (await searches()) - before;
    expect(asked).toBeLessThanOrEqual(1 + Math.floor((Date.now() - started) / 5_000));
  }, 30_000);

  test('where the portal refuses there are none, and it is not asked again', async () => {
    const { chatId } = await portal.newTask();
    await portal.write(...texts(chatId, 3));
    const method = 'im.dialog.messages.search';
    const body = JSON.stringify({ error: 'ACCESS_ERROR', error_description: 'No' });
    await portal.faults({ method, fault: 'status', status: 403, executed: false, body });
    const before = await searches();
    const { result, rerender } = renderHook((timeline) => useQuotes(rest, chatId, timeline), {
      initialProps: await newest(chatId),
    });
    await expect.poll(searches).toBe(before + 1);
    await portal.noFaults();
    await portal.write(...texts(chatId, 1));
    rerender(await newest(chatId));
    await waitFor(() => expect(result.current.size).toBe(0));
    expect(await searches()).toBe(before + 1);
  });
});

describe('QuoteLine', () => {
  const quote: Quote = {
    messageId: 7,
    authorId: marta,
    text: '[b]Bold[/b]\nand [url=x]a link[/url]',
    isDeleted: false,
  };

  test('plain words in one line, and a button that leads there', async () => {
    const goTo = vi.fn<(messageId: number) => void>();
    render(<QuoteLine quote={quote} around={around({ goTo })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Answers Marta Olsen: Bold and a link' }));
    expect(goTo).toHaveBeenCalledWith(7);
  });

  test('a file by its name, one of an author whom nobody here knows by the name that came with it', () => {
    render(<QuoteLine quote={{ ...quote, text: '', fileName: 'Offer.pdf' }} around={around()} />);
    expect(screen.getByText('Answers Marta Olsen: Offer.pdf')).toBeTruthy();
    render(<QuoteLine quote={{ ...quote, authorId: 77, authorName: 'Nadia' }} around={around()} />);
    expect(screen.getByText('Answers Nadia: Bold and a link')).toBeTruthy();
  });

  test('deleted: it says so', () => {
    render(<QuoteLine quote={{ ...quote, isDeleted: true }} around={around()} />);
    expect(screen.getByText('Answers Marta Olsen: This message was deleted')).toBeTruthy();
  });

  test('gone without a trace: it says so, and leads nowhere', () => {
    const nowhere = { ...quote, authorId: 0, isDeleted: true };
    render(<QuoteLine quote={nowhere} around={around({ goTo: () => undefined })} />);
    expect(screen.getByText('Answers a message that was deleted')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

type Sent = NonNullable<Parameters<typeof useQuotes>[3]>;
interface Shown {
  timeline: Timeline;
  sent: Sent;
}
const nothingSent: Sent = { items: [], claims: new Map() };
const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

function texts(chatId: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    chatId,
    authorId: marta,
    typed: `Word ${index + 1}`,
  }));
}

async function newest(chatId: number): Promise<Timeline> {
  const page = await getMessages(rest, dialogOfChat(chatId));
  return mergePage(emptyTimeline, page, { pageSize, isNewest: true });
}

const searches = async () => (await portal.requestsTo('im.dialog.messages.search')).length;

function around(changes: Partial<Around> = {}): Around {
  const nothing = () => undefined;
  return {
    people: new Map(people.map((person) => [person.id, person])),
    files: new Map(),
    currentUserId: anna,
    portalOrigin: 'https://portal.example',
    reachesClient: false,
    actions: { checkAgain: nothing, sendAgain: nothing, edit: nothing, takeOut: nothing, remove: nothing },
    quotes: new Map(),
    chosen: null,
    ...changes,
  };
}
