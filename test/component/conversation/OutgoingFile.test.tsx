// A file on its way: what it is, how far it is in the page that uploads it, and what can be done about it.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import { refusalOf } from '../../../src/conversation/refusalOf.ts';
import { newKey, type Item } from '../../../src/delivery/item.ts';
import { english } from '../../../src/i18n/translator.ts';
import { largestFile } from '../../../src/portal/largestFile.ts';
import { pageFileStore } from '../../../src/sending/fileStore.ts';
import { beginUpload, type UploadTold } from '../../../src/sending/uploads.ts';
import { violations } from '../ui/axe.ts';
import { item, listProps, problem } from './sample.ts';

const uploads: UploadTold[] = [];
afterEach(() => {
  for (const upload of uploads.splice(0)) upload.end();
  cleanup();
});

const target = {
  dialogId: 'chat58',
  fileId: 'f',
  name: 'plan.pdf',
  size: 2_000_000,
  type: 'application/pdf',
};

function show(changes: Partial<Item> = {}, props: Parameters<typeof listProps>[0] = {}) {
  const own = item(newKey(), { kind: 'file', text: '', target, ...changes });
  render(
    <div style={{ height: 400 }}>
      <MessageList {...listProps({ items: [own], ...props })} />
    </div>,
  );
  return own;
}

function begin({ key }: Item): UploadTold {
  const upload = beginUpload(key, target.size);
  uploads.push(upload);
  return upload;
}

function report(upload: UploadTold, sent: number, canCancel: boolean): void {
  act(() => upload.report({ sent, total: target.size, canCancel }));
}

const row = () => screen.getByRole('article');

test('name, type and size; how far it is in words; Cancel until it is handed over', async () => {
  const own = show();
  expect(row().textContent).toContain('plan.pdf');
  expect(row().textContent).toContain('PDF · 2 MB');
  expect(row().textContent).not.toContain('no text');
  expect(within(row()).queryByRole('progressbar')).toBeNull();
  const upload = begin(own);
  report(upload, 900_000, true);
  const bar = within(row()).getByRole('progressbar', { name: 'Uploading plan.pdf' });
  expect(bar).toHaveProperty('position', 0.45);
  expect(row().textContent).toContain('45% of 2 MB');
  expect(await violations(document.body)).toEqual([]);
  await userEvent.click(within(row()).getByRole('button', { name: 'Cancel' }));
  expect(upload.signal.aborted).toBe(true);
  act(() => upload.end());
  await expect.poll(() => within(row()).queryByRole('progressbar')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('log'));
  report(begin(own), 2_000_000, false);
  expect(row().textContent).toContain('The portal is storing it…');
  expect(within(row()).queryByRole('button')).toBeNull();
});

test('a picture is shown from this browser’s own copy', async () => {
  const content = await new Promise<Blob | null>((resolve) => {
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')?.fillRect(0, 0, 9, 9);
    canvas.toBlob(resolve);
  });
  if (!content) throw new Error('A canvas makes a picture');
  const fileId = newKey();
  await pageFileStore().keep(fileId, content);
  show({ target: { ...target, fileId, name: 'a.png', type: 'image/png' } });
  await expect.poll(() => row().querySelector('img')?.naturalWidth).toBe(300);
});

test.each([
  ['FILE_GONE', 'The file is no longer here', ['Edit', 'Delete']],
  ['FILE_TOO_LARGE', 'The file is too large for this portal', ['Send again', 'Delete']],
])('%s says what to do, in its own words', (code, words, buttons) => {
  show({ state: 'refused', text: 'See this', problem: problem({ kind: 'refused', code }) });
  expect(row().textContent).toContain(`Not sent: ${words}`);
  expect(
    within(row())
      .getAllByRole('button')
      .map((button) => button.textContent),
  ).toEqual(buttons);
});

test('what stands behind an upload says so, and can be taken out', () => {
  const first = item('a', { kind: 'file', text: '', target });
  const second = item('b', { kind: 'file', text: '', target: { ...target, name: 'b.pdf' }, state: 'queued' });
  show({}, { items: [first, second] });
  const waiting = screen.getAllByRole('article').at(-1);
  expect(waiting?.textContent).toContain('Waits until the file above is uploaded.');
  expect(within(waiting ?? document.body).getByRole('button', { name: 'Delete' })).toBeTruthy();
});

test.each([
  [0, 'This file is empty: the portal takes no empty files'],
  [1, null],
  [largestFile, null],
  [largestFile + 1, 'Larger than 100 MB, which is the most the portal takes'],
])('%i bytes, before the upload: %s', (size, words) => {
  expect(refusalOf({ file: { size }, isFolder: false }, english.t)).toBe(words);
});
