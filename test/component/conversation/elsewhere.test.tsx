// What was written in other chats and goes no further by itself: said, shown, ended. On a real database and portal.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { UnsentElsewhere } from '../../../src/conversation/elsewhere/UnsentElsewhere.tsx';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { newKey, type Item } from '../../../src/delivery/item.ts';
import { TranslationProvider } from '../../../src/i18n/context.tsx';
import { createTranslator, english } from '../../../src/i18n/translator.ts';
import { openDelivery } from '../../../src/sending/openDelivery.ts';
import { useDesk, type Desk } from '../../../src/sending/useDesk.ts';
import { anna, item as anyItem, openPortal } from '../sending/portal.ts';
import { violations } from '../ui/axe.ts';
import { problem } from './sample.ts';

const portal = await openPortal();
const until = { timeout: 20_000 };

afterEach(async () => {
  cleanup();
  await portal.noFaults();
});

type Left = Partial<Item> & { lane?: string };
const denied = problem({ kind: 'denied', code: 'ACCESS_DENIED' });

/** A window on one chat, after earlier windows have left these in others. @param language as the portal names it */
async function show(left: Left[], language = 'en') {
  const task = await portal.newTask();
  const other = await portal.newTask();
  const owner = { portal: { ...portal.portalOf(anna), memberId: newKey() }, userId: anna };
  const ownerOfStore = { memberId: owner.portal.memberId, userId: anna };
  const store = openBrowserStore(ownerOfStore);
  for (const [at, { lane = `chat${other.chatId}`, ...more }] of left.entries()) {
    const { text = 'Left behind', target = other } = more;
    const one = anyItem(text, target, {
      kind: 'taskText',
      state: 'refused',
      problem: denied,
      createdAt: Date.now() - 60_000 + at,
      ...more,
    });
    await store.change(lane, (before) => ({
      record: { ...before, items: [...before.items, one] },
      result: undefined,
    }));
  }
  const translator = language === 'en' ? english : await createTranslator(language);
  const { delivery } = openDelivery(owner);
  onTestFinished(() => delivery.stop());
  const onGone = vi.fn<() => void>();
  const held: { desk?: Desk } = {};
  render(
    <TranslationProvider translator={translator}>
      <Window owner={owner} task={task} onGone={onGone} hold={(desk) => (held.desk = desk)} />
    </TranslationProvider>,
  );
  await expect.poll(() => held.desk?.unsent.length).toBe(left.length);
  return { delivery, store, owner, other, onGone, desk: () => held.desk };
}

interface WindowProps {
  owner: Parameters<typeof useDesk>[0]['owner'];
  task: { taskId: number; chatId: number };
  onGone: () => void;
  hold: (desk: Desk) => void;
}

function Window({ owner, task, onGone, hold }: WindowProps) {
  const lane = `chat${task.chatId}`;
  const [field, setField] = useState<HTMLElement | null>(null);
  const desk = useDesk({
    owner,
    lane,
    compose: (text) => ({ kind: 'taskText', text, target: task }),
    read: () => Promise.resolve('failed'),
  });
  hold(desk);
  return (
    <main>
      <UnsentElsewhere
        desk={desk}
        lane={lane}
        portalOrigin={owner.portal.origin}
        userId={anna}
        onGone={() => {
          onGone();
          field?.focus();
        }}
      />
      <textarea ref={setField} aria-label="Message" />
    </main>
  );
}

const line = () => screen.getAllByRole('status')[0]?.textContent;
const open = async () => {
  await userEvent.click(await screen.findByRole('button', { name: /^(Show|Показать)$/ }));
  return within(screen.getByRole('dialog'));
};
const rows = () => within(screen.getByRole('dialog')).queryAllByRole('listitem');
const buttonsOf = (row: HTMLElement | undefined) =>
  within(row ?? document.body)
    .queryAllByRole('button')
    .map(({ textContent }) => textContent);
const press = async (name: string, row = rows()[0]) =>
  userEvent.click(within(row ?? document.body).getByRole('button', { name }));

describe('the line', () => {
  const unclear: Left = { state: 'stillUnclear', problem: problem() };
  test.each<[string, Left[], string]>([
    ['one refused', [{}], '1 message in another chat was not sent'],
    ['several refused', [{}, { lane: 'chat9001' }], '2 messages in other chats were not sent'],
    ['one in doubt', [unclear], '1 message in another chat may not have arrived'],
    ['both', [{}, unclear], '2 messages in other chats were not sent or are in doubt'],
    ['a result, which its task tells', [{ kind: 'taskResult', lane: 'result5' }], ''],
    // Of a version that knows more: this one neither sends nor looks for it.
    ['what another window has under way', [{ kind: 'later', state: 'sending' }], ''],
    ['what waits in another window', [{ kind: 'later', state: 'queued' }], ''],
    ['what another window looks for', [{ kind: 'later', state: 'confirming', problem: problem() }], ''],
  ])('%s', async (_name, left, words) => {
    await show(left);
    await expect.poll(line).toBe(words);
    expect(screen.queryAllByRole('button')).toHaveLength(words === '' ? 0 : 1);
  });

  test.each([
    [1, '1 сообщение в других чатах не отправлено'],
    [2, '2 сообщения в других чатах не отправлены'],
    [5, '5 сообщений в других чатах не отправлены'],
  ])('in Russian: %d', async (count, words) => {
    await show(
      Array.from({ length: count }, () => ({})),
      'ru',
    );
    await expect.poll(line).toBe(words);
  });

  test('an ordinary send to another chat is not mentioned at any moment, and the region stays the same', async () => {
    const { delivery, other } = await show([]);
    const region = screen.getByRole('status');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    const lane = `chat${other.chatId}`;
    await delivery.add(lane, { kind: 'taskText', text: 'On its way', target: other });
    await expect.poll(() => delivery.getLane(lane).items[0]?.state, until).toBe('sent');
    expect([...changes, ...observer.takeRecords()]).toEqual([]);
    observer.disconnect();
    await portal.faults({
      method: 'tasks.task.chat.message.send',
      fault: 'status',
      status: 403,
      executed: false,
      body: JSON.stringify({
        error: { code: 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION', message: 'No' },
      }),
    });
    await delivery.add(lane, { kind: 'taskText', text: 'Refused', target: other });
    await expect.poll(() => region.textContent, until).toBe('1 message in another chat was not sent');
  });
});

describe('the list', () => {
  test('tells text, place and state; the place leads into the portal', async () => {
    await show([
      { text: '[B]Bold[/B] words\n[USER=5]Bo[/USER]', target: { taskId: 51, chatId: 58 } },
      { lane: 'chat106', kind: 'openLineReply', target: { entityType: 'deal', entityId: 7, chatId: 106 } },
      { lane: 'chat9', kind: 'dialogMessage', target: { dialogId: 'chat9' } },
      { lane: 'chat10', target: { taskId: '1/../../evil', chatId: 10 } },
    ]);
    const dialog = await open();
    const links = dialog.getAllByRole('link');
    expect(
      links.map((link) => [link.textContent, new URL(link.getAttribute('href') ?? '').pathname]),
    ).toEqual([
      ['Task 51 (Opens in a new tab)', '/company/personal/user/1/tasks/task/view/51/'],
      ['Deal 7 (Opens in a new tab)', '/crm/deal/details/7/'],
    ]);
    expect(rows().map((row) => row.textContent?.includes('Another chat'))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(rows()[0]?.textContent).toContain('Bold words Bo');
    expect(rows()[0]?.textContent).toContain('Bitrix24 does not let you do this');
    expect(dialog.getByRole('listitem', { name: 'Task 51 Bold words Bo' })).toBe(rows()[0]);
  });

  test('what is sent again stays in it with what becomes of it, and the line goes', async () => {
    const { other, onGone } = await show([{ text: 'Once more' }]);
    await open();
    await press('Send again');
    await expect.poll(() => rows()[0]?.textContent, until).toMatch(/Sent$/);
    expect(line()).toBe('');
    expect((await portal.heldIn(other.chatId)).map(({ typed }) => typed)).toContain('Once more');
    // Its buttons are gone: one stands on the row, and from there on in the field.
    expect(document.activeElement).toBe(rows()[0]);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('textbox'));
    expect(onGone).toHaveBeenCalled();
  });

  test('one in doubt is looked for, and what is found is sent', async () => {
    const attemptEndedAt = Date.now() - 100_000;
    const { other } = await show([
      { text: 'Lost or not', state: 'stillUnclear', problem: problem(), attemptEndedAt },
    ]);
    await portal.say(other.chatId, anna, 'Lost or not');
    await open();
    expect(buttonsOf(rows()[0])).toEqual(['Check again', 'Send again', 'Delete']);
    await press('Check again');
    await expect.poll(() => rows()[0]?.textContent, until).toMatch(/Sent$/);
    const held = await portal.heldIn(other.chatId);
    expect(held.filter(({ text }) => text === 'Lost or not')).toHaveLength(1);
  });

  test.each<[string, Left, string[]]>([
    ['the portal found fault with it', { problem: problem({ kind: 'validation', code: 'X' }) }, ['Delete']],
    ['its file is gone', { problem: problem({ kind: 'refused', code: 'FILE_GONE' }) }, ['Delete']],
    [
      'it cannot be looked for',
      { state: 'stillUnclear', problem: problem({ code: 'CANNOT_LOOK' }) },
      ['Send again', 'Delete'],
    ],
    ['of a version that knows more', { kind: 'later' }, ['Delete']],
    ['of such a one, in doubt', { kind: 'later', state: 'stillUnclear' }, ['Delete']],
  ])('what can be done: %s', async (_name, left, buttons) => {
    await show([left]);
    await open();
    expect(buttonsOf(rows()[0])).toEqual(buttons);
    await press('Delete');
    await press('Delete');
    await expect.poll(() => screen.queryByRole('dialog'), until).toBeNull();
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('textbox'));
    expect(line()).toBe('');
  });

  test('deleting by keyboard: asked in place, Escape keeps it; then the next one has the focus', async () => {
    const { store, other } = await show([{ text: 'First' }, { text: 'Second' }]);
    const dialog = await open();
    const [first, second] = rows();
    within(first ?? document.body)
      .getByRole('button', { name: 'Delete' })
      .focus();
    await userEvent.keyboard('{Enter}');
    expect(dialog.getByText('Delete this message? Its text is lost.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Keep it');
    await userEvent.keyboard('{Escape}');
    expect(rows()).toHaveLength(2);
    expect(document.activeElement?.textContent).toBe('Delete');
    await userEvent.keyboard('{Enter}{Tab}{Enter}');
    await expect.poll(rows, until).toEqual([second]);
    expect(document.activeElement).toBe(second);
    const { items } = await store.change(`chat${other.chatId}`, (record) => ({ record, result: record }));
    expect(items.map(({ text }) => text)).toEqual(['Second']);
    // Back where one came from, while there is something to show.
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement?.textContent).toBe('Show');
  });

  test('ended in another window while one stands on “Show”: the field takes over', async () => {
    const { delivery, other, desk } = await show([{}]);
    (await screen.findByRole('button', { name: 'Show' })).focus();
    const key = desk()?.unsent[0]?.item.key ?? '';
    await delivery.remove(`chat${other.chatId}`, key);
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('textbox'));
  });
});

const hostile = `\u202e[URL=javascript:alert(1)]press[/URL]<img src=x onerror=alert(1)>${'ё'.repeat(5_000)}`;

test.each([
  [360, 300, 'light', 'en'],
  [360, 640, 'dark', 'ru'],
  [800, 600, 'dark', 'en'],
  [1400, 800, 'light', 'ru'],
])('%d × %d px, %s, %s: long and hostile text stays within, without violations', async (...how) => {
  const [width, height, theme, language] = how;
  await page.viewport(width, height);
  document.documentElement.dataset['theme'] = theme;
  onTestFinished(() => void delete document.documentElement.dataset['theme']);
  await show([{ text: hostile }, { text: hostile, state: 'stillUnclear', problem: problem() }], language);
  const opener = await screen.findByRole('button', { name: /^(Show|Показать)$/ });
  // In one line.
  expect(opener.getBoundingClientRect().height).toBeLessThan(32);
  const dialog = await open();
  expect(await violations(document.body)).toEqual([]);
  for (const row of rows()) {
    expect(row.textContent?.length).toBeLessThan(700);
    expect(row.querySelectorAll('img, [href^="javascript"]')).toHaveLength(0);
    const { left, right } = row.getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth);
  }
  await press(language === 'ru' ? 'Удалить' : 'Delete');
  expect(await violations(document.body)).toEqual([]);
  expect(dialog.getAllByRole('listitem')).toHaveLength(2);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
