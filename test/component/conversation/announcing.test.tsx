// What a screen reader is told without being asked, as Chromium's accessibility tree has it: news, and nothing else.
/// <reference types="@vitest/browser-playwright" />
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { ChatLive } from '../../../src/conversation/ChatLive.tsx';
import { ChatNotices } from '../../../src/conversation/ChatNotices.tsx';
import { LiveState, type Live } from '../../../src/conversation/LiveState.tsx';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { MessageListProps } from '../../../src/conversation/messageListProps.ts';
import { item, listProps, me, message, messages, timeline } from './sample.ts';

afterEach(cleanup);

describe('the log', () => {
  test('is polite, speaks additions, and can be reached by the keyboard', async () => {
    show({ timeline: timeline(messages(1, 2)) });
    expect(await accessibleNode('log')).toMatchObject({
      name: 'Messages',
      live: 'polite',
      relevant: 'additions text',
      focusable: true,
    });
  });

  test('does not speak the first fill, however late it comes', () => {
    const update = show({ timeline: timeline([], { reachedStart: false }) });
    update({ timeline: timeline(messages(1, 3)) });
    expect(spoken()).toEqual([]);
  });

  test('does not speak older pages, own messages, separators and echoes', () => {
    const update = show({ timeline: timeline(messages(11, 13), { reachedStart: false }) });
    update({ timeline: timeline(messages(1, 13)) });
    update({
      timeline: timeline([...messages(1, 13), message(14, { authorId: me })]),
      items: [item('a'), item('b', { state: 'confirming' }), item('c', { state: 'sent' })],
    });
    expect(spoken()).toEqual([]);
  });

  test('speaks what others and the system write while it is open, with the author', () => {
    const update = show({ timeline: timeline(messages(1, 2)) });
    update({ timeline: timeline([...messages(1, 4), message(5, { authorId: 0 })]) });
    expect(spoken()).toEqual([
      expect.stringMatching(/^Marta Olsen, /),
      expect.stringMatching(/^Marta Olsen, /),
      expect.stringMatching(/^System message, /),
    ]);
    expect(screen.getAllByRole('article')[3]?.textContent).toMatch(/^Marta Olsen.*Message 4/);
  });

  test('speaks the first message of an empty chat', () => {
    const update = show({ timeline: timeline([]) });
    update({ timeline: timeline(messages(1, 1)) });
    expect(spoken()).toHaveLength(1);
  });

  test('trouble with an own message is spoken by a region that was there before', async () => {
    const update = show({ items: [item('a')] });
    const region = screen.getByRole('status');
    const problem = { kind: 'unreachable', code: 'NETWORK', portalText: '' } as const;
    update({ items: [item('a', { state: 'stillUnclear', problem })] });
    expect(screen.getByRole('status')).toBe(region);
    expect(region.textContent).toMatch(/may still arrive/);
    expect(await accessibleNode('status')).toMatchObject({ live: 'polite' });
  });

  function show(changes: Partial<MessageListProps>) {
    let props = listProps(changes);
    const { rerender } = render(<MessageList {...props} />);
    return (next: Partial<MessageListProps>) => {
      props = { ...props, ...next };
      rerender(<MessageList {...props} />);
    };
  }

  /**
   * Names of the rows whose insertion is spoken: those in which nothing switches it off. The DevTools protocol
   * leaves `off` out; chrome://accessibility and the Linux API show it as `container-live:off` for such rows.
   */
  function spoken(): Array<string | null> {
    const log = screen.getByRole('log');
    const rows = [...within(log).queryAllByRole('article'), ...within(log).queryAllByRole('separator')];
    expect(rows.length).toBeGreaterThan(0);
    return rows
      .filter((row) => row.closest('[aria-live="off"]') === null)
      .map((row) => row.getAttribute('aria-label'));
  }
});

describe('the state in the header', () => {
  test('speaks of the connection in a region that was there before, and of nothing else', () => {
    const { rerender } = render(<LiveState state="live" trouble={null} />);
    const region = screen.getByRole('status');
    const told: string[] = [];
    const go = (state: Live | null, trouble: 'connection' | 'told' | null = null) => {
      rerender(<LiveState state={state} trouble={trouble} />);
      expect(screen.getByRole('status')).toBe(region);
      told.push(region.textContent);
    };
    for (const state of ['slow', 'live', 'failed', 'live'] as const) go(state);
    go('offline', 'connection');
    // The portal was not heard of yet.
    go('failed');
    go('live');
    // A notice speaks.
    go('failed', 'told');
    for (const state of ['slow', 'live'] as const) go(state);
    const lost = `No connection: what you see may be out of date. ${goesOut}`;
    const back = 'Messages are up to date again';
    expect(told).toEqual(['', '', '', '', lost, '', back, '', back, back]);
  });

  test('where nothing can be read it is there with the trouble, and promises no messages afterwards', () => {
    const { rerender, container } = render(<LiveState state={null} trouble={null} />);
    const region = screen.getByRole('status');
    expect(container.textContent).toBe('');
    rerender(<LiveState state="cut" trouble="connection" />);
    expect(screen.getByText('Offline')).toBeTruthy();
    expect(region.textContent).toBe(`You are offline. ${goesOut}`);
    rerender(<LiveState state={null} trouble={null} />);
    expect(screen.queryByText('Offline')).toBeNull();
    expect(screen.getByRole('status')).toBe(region);
    expect(region.textContent).toBe('The connection is back');
  });

  test.each([
    ['live', 'Live'],
    ['slow', 'Slower'],
    ['offline', 'Offline'],
    ['failed', 'Not updating'],
    ['cut', 'Offline'],
    ['unreachable', 'No answer'],
  ] as const)('%s', (state, word) => {
    render(<LiveState state={state} trouble={null} />);
    expect(screen.getByText(word)).toBeTruthy();
  });

  const goesOut = 'What you write waits here and goes out by itself as soon as the portal answers again.';
});

describe('what is lost and what waits is told once', () => {
  test.each([
    ['the portal does not answer', { isDown: true }, 'live', 'Not updating'],
    ['the same where nothing can be read', { isDown: true }, null, 'No answer'],
    ['all is well where nothing can be read', { isDown: false }, null, ''],
  ] as const)('%s', (_name, { isDown }, reads, word) => {
    const reading = reads && { timeline: timeline([]), began: 0 };
    const live = { reading, error: null, isOutOfDate: false };
    const notices = { isOnline: true, isMissing: false, error: null, isLasting: true };
    render(
      <>
        <div data-testid="header">
          <ChatLive chat={{ live, desk: { isDown } }} />
        </div>
        <ChatNotices {...notices} isDown={isDown} />
      </>,
    );
    const told = within(screen.getByTestId('header')).getByRole('status').textContent;
    expect(screen.getByTestId('header').textContent).toBe(word + told);
    expect(screen.queryByText('The portal cannot be reached') !== null).toBe(isDown);
    // The notice is for the eye, the header for the ear.
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual([
      isDown ? expect.stringContaining('goes out by itself as soon as') : '',
    ]);
  });

  test('that what is typed does not outlive the window is read out when it turns out', async () => {
    const notices = { isOnline: true, isDown: false, isMissing: false, error: null };
    const { rerender } = render(<ChatNotices {...notices} isLasting />);
    expect(screen.queryByRole('status')).toBeNull();
    rerender(<ChatNotices {...notices} isLasting={false} />);
    expect(screen.getByRole('status').textContent).toMatch(/your text is lost when you close the window/);
    expect(await accessibleNode('status')).toMatchObject({ live: 'polite' });
  });
});

/** The accessibility node of an element: its role, name and properties, as Chromium hands them to the system. */
async function accessibleNode(role: string): Promise<Record<string, unknown> | undefined> {
  const session = cdp();
  await session.send('Accessibility.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  const frame = frameTree.childFrames?.find(({ frame: { url } }) => url === location.href)?.frame;
  const { nodes } = await session.send('Accessibility.getFullAXTree', frame ? { frameId: frame.id } : {});
  const node = nodes.find(({ role: own, ignored }) => own?.value === role && !ignored);
  const properties = node?.properties?.map(({ name, value }): [string, unknown] => [name, value.value]);
  return node && { name: node.name?.value, ...Object.fromEntries(properties ?? []) };
}
