// The whole: that it fits, reads well in light and dark, and says the right thing where there are no messages.
/// <reference types="@vitest/browser-playwright" />
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { UnsentElsewhere } from '../../../src/conversation/elsewhere/UnsentElsewhere.tsx';
import { Conversation, type ConversationProps } from '../../../src/conversation/Conversation.tsx';
import { TranslationProvider } from '../../../src/i18n/context.tsx';
import type { Item } from '../../../src/delivery/item.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { countCodePoints } from '../../../src/text/count.ts';
import { Notice } from '../../../src/ui/Notice/Notice.tsx';
import { violations } from '../ui/axe.ts';
import { elena, file, item, listProps, me, message, portalOrigin, problem, timeline } from './sample.ts';

// It is loaded beside the conversation; here it is looked at at once.
beforeAll(async () => {
  await import('../../../src/conversation/composer/Composer.tsx');
});
afterEach(async () => {
  cleanup();
  delete document.documentElement.dataset['theme'];
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
});

describe.each(['light', 'dark'])('%s', (theme) => {
  test.each([
    [340, 300],
    [340, 700],
    [800, 600],
    [1600, 900],
  ])(
    '%i × %i: no violations, nothing sticks out, messages and composer both there',
    async (width, height) => {
      await page.viewport(width, height);
      document.documentElement.dataset['theme'] = theme;
      render(<Stage {...everything()} />);
      expect(await violations(document.body)).toEqual([]);

      const log = screen.getByRole('log');
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect(log.scrollWidth).toBeLessThanOrEqual(log.clientWidth);
      expect(log.clientHeight).toBeGreaterThanOrEqual(90);
      for (const control of [screen.getByRole('textbox'), screen.getByRole('button', { name: 'Send' })]) {
        const { left, right, bottom } = control.getBoundingClientRect();
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width);
        expect(bottom).toBeLessThanOrEqual(height);
      }
    },
  );
});

test('with forced colours each message keeps its edge', async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  render(<Stage {...everything()} />);
  for (const bubble of document.querySelectorAll('[data-row] > [data-tone]')) {
    const { borderTopColor, backgroundColor } = getComputedStyle(bubble);
    expect(borderTopColor).not.toBe(backgroundColor);
  }
});

test('a long text leaves room for messages in a low frame', async () => {
  await page.viewport(700, 360);
  const long = { ...everything().composer, value: 'line\n'.repeat(300) };
  render(<Stage {...everything()} composer={long} />);
  expect(screen.getByRole('log').clientHeight).toBeGreaterThanOrEqual(90);
  expect(screen.getByRole('button', { name: 'Send' }).getBoundingClientRect().bottom).toBeLessThanOrEqual(
    360,
  );
});

test('without a row the empty state stands there, and goes with the first row', () => {
  const empty = { ...everything(), emptyState: <p>Nobody has written yet</p>, list: listProps() };
  const { rerender } = render(<Stage {...empty} />);
  const log = screen.getByRole('log');
  expect(within(log).getByText('Nobody has written yet')).toBeTruthy();
  rerender(<Stage {...empty} list={listProps({ items: [item('a')] })} />);
  expect(screen.queryByText('Nobody has written yet')).toBeNull();
  expect(screen.getByRole('log')).toBe(log);
});

test('write only: says why, shows what was written here and nothing else', () => {
  const list = listProps({
    timeline: timeline([message(1)]),
    items: [item('a', { state: 'sent' })],
  });
  render(<Stage {...everything()} list={list} writeOnly />);
  expect(screen.getByText('You cannot read this chat, but you can write to it')).toBeTruthy();
  expect(screen.queryByText('Message 1')).toBeNull();
  expect(screen.getByRole('img', { name: 'Accepted by the portal' })).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Message' })).toBeTruthy();
});

test.each([300, 800])(
  'not read so far: what is on its way is shown all the same, %i px high',
  async (height) => {
    await page.viewport(700, height);
    const instead = <p>Nothing could be read</p>;
    const stage = (items: Item[]) => (
      <Stage {...everything()} list={listProps({ items })} writeOnly instead={instead} notices={undefined} />
    );
    const { rerender } = render(stage([]));
    const words = screen.getByText('Nothing could be read');
    expect(screen.queryByRole('log')).toBeNull();
    rerender(stage([item('a', { state: 'refused', problem: problem() })]));
    const row = within(screen.getByRole('log')).getByText('Text of a');
    expect(screen.getByText('Nothing could be read')).toBe(words);
    expect(screen.getByRole('log').clientHeight).toBeGreaterThanOrEqual(40);
    expect(words.getBoundingClientRect().bottom).toBeLessThanOrEqual(row.getBoundingClientRect().top);
    expect(screen.queryByText(/You cannot read this chat/)).toBeNull();
  },
);

test('in Russian', async () => {
  await page.viewport(360, 700);
  const translator = await createTranslator('ru');
  render(
    <TranslationProvider translator={translator}>
      <Stage {...everything()} />
    </TranslationProvider>,
  );
  const log = screen.getByRole('log', { name: 'Сообщения' });
  expect(within(log).getAllByRole('article', { name: /^Вы, / }).length).toBeGreaterThan(3);
  expect(within(log).getByText('Это сообщение удалено')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Сообщение' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Отправить' })).toBeTruthy();
  expect(log.scrollWidth).toBeLessThanOrEqual(log.clientWidth);
});

function Stage(props: ConversationProps) {
  return (
    <main style={{ height: '100vh' }}>
      <Conversation {...props} />
    </main>
  );
}

function everything(): ConversationProps {
  const nothing = () => undefined;
  const problem = { kind: 'scope', code: 'insufficient_scope', portalText: 'Words', scope: 'tasks' } as const;
  const all = [
    message(1, { date: '2026-11-18T08:00:00Z', fileIds: [7, 8] }),
    message(2, { text: 'ThisWordHasNoEnd'.repeat(40), likedBy: [2, 3], isEdited: true }),
    message(3, { authorId: 0, text: `[USER=2]Marta[/USER] ${'changedSomething'.repeat(20)}` }),
    message(4, { authorId: elena, text: `[url]https://a.example/${'path/'.repeat(60)}[/url]` }),
    message(5, { authorId: elena, text: `[code]${'a very long line of code; '.repeat(20)}[/code]` }),
    message(6, { isDeleted: true }),
    message(7, { isUnreadable: true, date: '' }),
    message(8, { attaches: [{ color: null, description: '', blocks: [] }] }),
    message(9, { authorId: 77 }),
    message(10, { authorId: me }),
  ];
  const states = ['queued', 'sending', 'unclear', 'confirming', 'refused', 'stillUnclear', 'sent'] as const;
  const items = states.map((state) =>
    item(state, { state, problem, text: `The ${state} one`, copies: [99] }),
  );
  const files = new Map([
    [7, file(7, { name: `${'long-name-'.repeat(30)}.pdf` })],
    [
      8,
      file(8, { name: 'missing.png', kind: 'image', previewUrl: `${location.origin}/no-such-picture.png` }),
    ],
  ]);
  return {
    list: listProps({
      timeline: timeline(all, { files, reachedStart: false }),
      items,
    }),
    composer: { value: 'Hello', onChange: nothing, onSend: nothing, limit: 20_000, countOf: countCodePoints },
    elsewhere: (
      <UnsentElsewhere
        desk={{
          unsent: [{ lane: 'chat59', item: item('other', { state: 'refused', problem }) }],
          isDown: false,
          sendIn: nothing,
          checkIn: nothing,
          removeIn: nothing,
          isSentIn: () => false,
        }}
        lane="chat58"
        portalOrigin={portalOrigin}
        userId={me}
        onGone={nothing}
      />
    ),
    notices: <Notice tone="warning">You are offline</Notice>,
  };
}
