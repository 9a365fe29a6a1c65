// The bar above the composer: what it says, what it does, and where the keyboard is afterwards.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Conversation } from '../../../src/conversation/Conversation.tsx';
import type { Item } from '../../../src/delivery/item.ts';
import { countCodePoints } from '../../../src/text/count.ts';
import { violations } from '../ui/axe.ts';
import { item, listProps, problem } from './sample.ts';

// It is loaded beside the conversation; here it is looked at at once.
beforeAll(async () => {
  await import('../../../src/conversation/composer/Composer.tsx');
});
afterEach(cleanup);

const refused = (key: string) => item(key, { state: 'refused', problem: problem({ kind: 'denied' }) });
const unclear = (key: string) => item(key, { state: 'stillUnclear', problem: problem() });
/** "Send again" would be refused as before, or might double it: left to its own row. */
const faulty = (key: string) => item(key, { state: 'refused', problem: problem({ kind: 'validation' }) });
const gone = (key: string) => item(key, { state: 'refused', problem: problem({ code: 'FILE_GONE' }) });
const unread = (key: string) =>
  item(key, { state: 'stillUnclear', problem: problem({ code: 'CANNOT_LOOK' }) });

describe('is there', () => {
  test.each([
    ['nothing open', [item('a')], null],
    ['one', [refused('a'), item('b', { state: 'queued' })], null],
    ['two', [refused('a'), item('b'), refused('c')], '2 messages not sent'],
    [
      'some in doubt',
      [refused('a'), unclear('b'), unclear('c')],
      '3 messages not sent or in doubt Some may have arrived: the chat is read once more before they are sent again.',
    ],
    ['in doubt, and nobody can look', [refused('a'), unread('b')], '2 messages not sent or in doubt'],
  ])('for several only: %s', (_name, items, words) => {
    render(<Desk items={items} />);
    expect(bar()?.words ?? null).toBe(words);
  });

  test('told once, by a region that was there before', () => {
    const { rerender } = render(<Conversation {...conversation([refused('a')])} />);
    const region = regionOfBar();
    expect(region.textContent).toBe('');
    rerender(<Conversation {...conversation([refused('a'), refused('b')])} />);
    expect(region.textContent).toBe('2 messages not sent');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(region, { characterData: true, childList: true, subtree: true });
    rerender(<Conversation {...conversation([refused('a'), refused('b'), item('c')])} />);
    expect(observer.takeRecords()).toEqual([]);
    expect(changes).toEqual([]);
  });

  test('in a low frame too, what is in doubt is not called unsent', async () => {
    await page.viewport(360, 400);
    render(<Desk items={[refused('a'), unclear('b')]} />);
    const [words] = (regionOfBar().innerText ?? '').split('\n');
    expect(words).toBe('2 messages not sent or in doubt');
    await page.viewport(414, 896);
  });
});

describe('by keyboard', () => {
  test('retry all: each is sent again, in order, and one goes on in the field', async () => {
    const done: string[] = [];
    render(<Desk items={[refused('a'), item('b'), unclear('c')]} done={done} />);
    button('Retry all').focus();
    await userEvent.keyboard('{Enter}');
    expect(done).toEqual(['send a', 'send c']);
    expect(bar()).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  test.each([
    ['what the portal found fault with', faulty],
    ['a file that is gone', gone],
    ['one that cannot be looked for', unread],
  ])('retry leaves out %s, and says how many it takes', async (_name, other) => {
    const done: string[] = [];
    render(<Desk items={[refused('a'), other('b'), unclear('c')]} done={done} />);
    await userEvent.click(button('Retry 2 of them'));
    expect(done).toEqual(['send a', 'send c']);
  });

  test('nothing that can be sent again: there is no such button, and deleting works', async () => {
    const done: string[] = [];
    render(<Desk items={[faulty('a'), unread('b')]} done={done} />);
    expect(within(group()).getAllByRole('button')).toEqual([button('Delete all')]);
    button('Delete all').focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(button('Keep them'));
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(button('Delete all'));
    await userEvent.keyboard('{Enter}{Tab}{Enter}');
    expect(done).toEqual(['remove a', 'remove b']);
  });

  test('delete all: asks in place, Escape keeps them, and one is back where one was', async () => {
    const done: string[] = [];
    render(<Desk items={[refused('a'), unclear('b')]} done={done} />);
    button('Delete all').focus();
    await userEvent.keyboard('{Enter}');
    expect(bar()?.words).toBe('Delete 2 messages? Their texts are lost.');
    expect(document.activeElement).toBe(button('Keep them'));
    await userEvent.keyboard('{Escape}');
    expect(bar()?.words).toMatch(/^2 messages not sent/);
    expect(document.activeElement).toBe(button('Delete all'));
    await userEvent.keyboard('{Enter}{Enter}');
    expect(bar()?.words).toMatch(/^2 messages not sent/);
    expect(done).toEqual([]);
  });

  test('delete all, and sure: they go, and one goes on in the field', async () => {
    const done: string[] = [];
    render(<Desk items={[refused('a'), item('b'), unclear('c')]} done={done} />);
    await userEvent.click(button('Delete all'));
    await userEvent.tab();
    expect(document.activeElement).toBe(within(group()).getByRole('button', { name: 'Delete' }));
    await userEvent.keyboard('{Enter}');
    expect(done).toEqual(['remove a', 'remove c']);
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  test('gone while one stands on it, because another window has sent them: the field takes over', () => {
    const { rerender } = render(<Conversation {...conversation([refused('a'), refused('b')])} />);
    button('Delete all').focus();
    rerender(<Conversation {...conversation([])} />);
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  test('gone while one is elsewhere: the focus stays there', () => {
    const { rerender } = render(<Conversation {...conversation([refused('a'), refused('b')])} />);
    screen.getByRole('log').focus();
    rerender(<Conversation {...conversation([])} />);
    expect(document.activeElement).toBe(screen.getByRole('log'));
  });
});

test.each(['light', 'dark'])('%s: fits at 340 px, asking and not, without violations', async (theme) => {
  await page.viewport(340, 600);
  document.documentElement.dataset['theme'] = theme;
  render(<Desk items={[refused('a'), unclear('b')]} />);
  for (const isAsking of [false, true]) {
    if (isAsking) await userEvent.click(button('Delete all'));
    expect(await violations(document.body)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(340);
    for (const one of screen.getAllByRole('button')) {
      const { left, right } = one.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(340);
    }
  }
  delete document.documentElement.dataset['theme'];
});

/** A conversation whose items go as the real ones do. */
function Desk({ items: first, done }: { items: Item[]; done?: string[] }) {
  const [items, setItems] = useState(first);
  const actions = {
    ...conversation([]).list.actions,
    sendAgain(key: string) {
      done?.push(`send ${key}`);
      setItems((before) => before.map((one) => (one.key === key ? item(key, { state: 'queued' }) : one)));
    },
    remove(key: string) {
      done?.push(`remove ${key}`);
      setItems((before) => before.filter((one) => one.key !== key));
    },
  };
  return (
    <main style={{ height: '100vh' }}>
      <Conversation {...conversation(items)} list={listProps({ items, actions })} />
    </main>
  );
}

function conversation(items: Item[]) {
  const nothing = () => undefined;
  return {
    list: listProps({ items }),
    composer: { value: '', onChange: nothing, onSend: nothing, limit: 20_000, countOf: countCodePoints },
  };
}

/** The live region above the composer, outside the log. */
function regionOfBar(): HTMLElement {
  const region = screen.getAllByRole('status').find((one) => !one.closest('[role="log"], form'));
  if (!region) throw new Error('There is no region');
  return region;
}

function bar(): { words: string } | null {
  const words = regionOfBar().textContent;
  return words === '' ? null : { words };
}

const group = () => screen.getByRole('group');
const button = (name: string) => within(group()).getByRole('button', { name });
