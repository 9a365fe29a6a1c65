// A message of the chat as a row: what it says, to the eye and to a screen reader.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { DialogFile, Message } from '../../../src/portal/methods/dialogMessages.ts';
import { file, item, listProps, me, message, timeline } from './sample.ts';

afterEach(cleanup);

describe('a message in the chat', () => {
  test('is an article named by author and time, in a log named "Messages"', () => {
    showMessage({ text: 'Hello' });
    const row = within(screen.getByRole('log', { name: 'Messages' })).getByRole('article');
    expect(row.getAttribute('aria-label')).toMatch(/^Marta Olsen, \d\d:\d\d/);
    expect(row.textContent).toContain('Hello');
    const time = row.querySelector('time');
    expect(time?.dateTime).toBe(new Date(2026, 10, 20, 12, 1).toISOString());
    expect(row.getAttribute('aria-label')).toContain(time?.textContent);
  });

  test('of mine says so and stands on the right, marked as sent', () => {
    showMessage({ authorId: me });
    const row = screen.getByRole('article', { name: /^You, / });
    const bubble = row.lastElementChild?.getBoundingClientRect();
    expect(bubble?.right).toBe(row.getBoundingClientRect().right);
    expect(within(row).getByRole('img', { name: 'Sent' })).toBeTruthy();
  });

  test('of somebody the portal does not describe has an unknown author', () => {
    showMessage({ authorId: 77 });
    expect(screen.getByRole('article', { name: /^Unknown person, / })).toBeTruthy();
  });

  test('names its author to the eye once a group, to a screen reader in each row', () => {
    render(<MessageList {...listProps({ timeline: timeline([message(1), message(2)]) })} />);
    const [first, second] = screen.getAllByRole('article');
    const author = (row: HTMLElement | undefined) => within(row ?? document.body).getByText('Marta Olsen');
    expect(author(first).getBoundingClientRect().width).toBeGreaterThan(20);
    expect(author(second).getBoundingClientRect().width).toBeLessThanOrEqual(1);
  });

  test.each([
    ['edited', { isEdited: true }, 'edited'],
    ['deleted', { isDeleted: true, text: 'secret' }, 'This message was deleted'],
    ['unreadable', { isUnreadable: true, text: '', date: '' }, 'This message could not be read'],
    ['without anything', { text: '' }, 'This message has no text'],
    ['liked', { likedBy: [2, 3, 4] }, '3 likes: Marta Olsen, Елена Соколова and 1 other'],
  ])('%s is marked as such', (_name, changes: Partial<Message>, words) => {
    showMessage(changes);
    expect(screen.getByRole('article').textContent).toContain(words);
    expect(screen.getByRole('article').textContent).not.toContain('secret');
  });

  test('of the system stands apart, plain, without an author', () => {
    showMessage({ authorId: 0, text: '[USER=2]Marta Olsen[/USER] joined' });
    const row = screen.getByRole('article', { name: /^System message, / });
    expect(row.textContent).toContain('Marta Olsen joined');
    expect(row.querySelector('[data-tone]')).toBeNull();
  });
});

describe('a file', () => {
  test('is a link in a new tab with name, kind and size', () => {
    showFile({});
    const link = screen.getByRole('link', { name: /header-v3\.pdf.*PDF · 1\.2 MB.*new tab/ });
    expect(link.getAttribute('href')).toBe('https://portal.example/disk/7');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  test('without an address, or not described at all, is at least named', () => {
    showMessage({ fileIds: [7, 8], text: '' }, [file(7, { url: null, size: 0 })]);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'header-v3.pdfPDF',
      'File',
    ]);
  });

  test('with the name of a file that has a second ending shows the real one apart', () => {
    showFile({ name: 'photo\u202Egnp.exe' });
    expect(screen.getByText(/^EXE/)).toBeTruthy();
  });

  test('that is a picture has its space before it has loaded, and its name', async () => {
    await page.viewport(800, 600);
    showFile({
      kind: 'image',
      name: 'screen.png',
      previewUrl: `${location.origin}/nothing-yet`,
      image: { width: 1600, height: 1000 },
    });
    const picture = screen.getByRole('img', { name: 'screen.png' });
    const { width, height } = picture.getBoundingClientRect();
    expect([width, height]).toEqual([320, 200]);
    expect(picture.closest('a')?.rel).toBe('noopener noreferrer');
  });

  test('that is a picture which does not load becomes a chip', async () => {
    showFile({ kind: 'image', name: 'screen.png', previewUrl: 'https://portal.invalid/screen.png' });
    await waitFor(() => expect(screen.queryByRole('img', { name: 'screen.png' })).toBeNull());
    expect(screen.getByRole('link', { name: /screen\.png/ }).getAttribute('href')).toBe(
      'https://portal.example/disk/7',
    );
  });
});

test('a tick without news renders no row again', async () => {
  const props = listProps({ timeline: timeline([message(1)]), items: [item('a')] });
  const { rerender, container } = render(<MessageList {...props} />);
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(container, { attributes: true, characterData: true, childList: true, subtree: true });
  const rows = screen.getAllByRole('article').map(reactPropsOf);
  rerender(<MessageList {...props} actions={{ ...props.actions }} />);
  expect(screen.getAllByRole('article').map(reactPropsOf)).toEqual(rows);
  for (const [index, row] of screen.getAllByRole('article').entries())
    expect(reactPropsOf(row)).toBe(rows[index]);
  await Promise.resolve();
  expect(changes).toEqual([]);
  observer.disconnect();
});

/** React hangs the props of the last rendering on the element: the same object means that it was not rendered again. */
function reactPropsOf(element: Element): unknown {
  const name = Object.keys(element).find((key) => key.startsWith('__reactProps$'));
  expect(name).toBeDefined();
  return Reflect.get(element, name ?? '');
}

function showMessage(changes: Partial<Message>, files: readonly DialogFile[] = []): void {
  const known = new Map(files.map((one) => [one.id, one]));
  render(<MessageList {...listProps({ timeline: timeline([message(1, changes)], { files: known }) })} />);
}

function showFile(changes: Partial<DialogFile>): void {
  showMessage({ fileIds: [7] }, [file(7, changes)]);
}
