// Files: chosen, dropped, pasted; what is said of them, and what goes out.
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { violations } from '../../ui/axe.ts';
import { button, choose, field, keys, show } from './stage.tsx';

afterEach(cleanup);

const attachments = {
  refusal: ({ file }: { file: File }) => (file.size > 100 ? 'Larger than the portal takes' : null),
  formatSize: (bytes: number) => `${bytes} B`,
};
const plan = new File(['plan'], 'plan.pdf', { type: 'application/pdf' });
const big = new File(['x'.repeat(101)], 'big.zip', { type: 'application/zip' });
const chooser = () => document.querySelector<HTMLInputElement>('input[type="file"]') ?? document.body;
const items = () =>
  within(screen.getByRole('list', { name: 'Files to send' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

function transfer(files: readonly File[], text?: string): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  if (text !== undefined) data.setData('text/plain', text);
  return data;
}

/** As the browser does it; true when the browser would go on with it itself. */
function give(target: Element, event: Event): boolean {
  act(() => void target.dispatchEvent(event));
  return !event.defaultPrevented;
}
const paste = (clipboardData: DataTransfer) =>
  give(field(), new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
const drag = (type: string, target: Element, dataTransfer: DataTransfer) =>
  give(target, new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));

test('chosen ones are listed with kind and size, and go out without a text', async () => {
  const { onSend } = show({ attachments });
  await userEvent.upload(chooser(), [plan]);
  await expect.poll(items).toEqual(['plan.pdfPDF · 4 B']);
  expect(await violations(document.body)).toEqual([]);
  choose();
  await keys('{Enter}');
  expect(onSend).toHaveBeenCalledTimes(1);
  const [text, how] = onSend.mock.calls[0] ?? [];
  expect([text, how?.asResult, how?.files.map(({ name }) => name)]).toEqual(['', false, ['plan.pdf']]);
  await expect.poll(() => screen.queryByRole('list', { name: 'Files to send' })).toBeNull();
});

test('one that is refused says why and holds the message back, until it is removed', async () => {
  const { onSend } = show({ attachments, value: 'See' });
  await userEvent.upload(chooser(), [plan, big]);
  await expect.poll(items).toEqual(['plan.pdfPDF · 4 B', 'big.zipZIP · 101 BLarger than the portal takes']);
  choose();
  await keys('{Enter}');
  await expect
    .poll(() => screen.getByRole('status').textContent)
    .toBe('Remove the files that cannot be sent');
  expect(onSend).not.toHaveBeenCalled();
  await userEvent.click(button('Remove big.zip'));
  expect(document.activeElement).toBe(field());
  expect(screen.getByRole('status').textContent).toBe('');
  await keys('{Enter}');
  expect(onSend.mock.calls[0]?.[1].files.map(({ name }) => name)).toEqual(['plan.pdf']);
});

test('what could not be sent is chosen as before, ahead of what was chosen since', async () => {
  const { onSend } = show({ attachments });
  let fail = () => {};
  onSend.mockReturnValueOnce(
    new Promise((resolve) => {
      fail = () => resolve(false);
    }),
  );
  await userEvent.upload(chooser(), [plan]);
  choose();
  await keys('{Enter}');
  await expect.poll(() => screen.queryByRole('list', { name: 'Files to send' })).toBeNull();
  await userEvent.upload(chooser(), [new File(['b'], 'since.txt')]);
  fail();
  await expect.poll(items).toEqual(['plan.pdfPDF · 4 B', 'since.txtTXT · 1 B']);
});

test('a picture shows itself', async () => {
  const canvas = new OffscreenCanvas(4, 4);
  canvas.getContext('2d');
  const picture = new File([await canvas.convertToBlob()], 'a.png', { type: 'image/png' });
  show({ attachments });
  await userEvent.upload(chooser(), [picture]);
  await expect.poll(() => document.querySelector('img')?.naturalWidth).toBe(4);
});

describe('pasting', () => {
  test('a picture of the clipboard gets a telling name', async () => {
    show({ attachments });
    const picture = new File(['png'], 'image.png', { type: 'image/png' });
    paste(transfer([picture]));
    await expect.poll(items).toEqual([expect.stringMatching(/^picture-\d{4}(-\d\d){5}\.pngPNG · 3 B$/)]);
  });

  test('a text that brings its picture along is a text', () => {
    show({ attachments });
    const picture = new File(['png'], 'image.png', { type: 'image/png' });
    expect(paste(transfer([picture], 'A1'))).toBe(true);
    expect(screen.queryByRole('list', { name: 'Files to send' })).toBeNull();
  });
});

describe('dropping', () => {
  test('anywhere on the conversation: the place is shown, the files are taken', async () => {
    show({ attachments });
    const main = screen.getByRole('main');
    expect(drag('dragover', main, transfer([plan]))).toBe(false);
    expect(await screen.findByText('Drop files to attach')).toBeTruthy();
    expect(drag('drop', main, transfer([plan]))).toBe(false);
    await expect.poll(items).toEqual(['plan.pdfPDF · 4 B']);
    expect(screen.queryByText('Drop files to attach')).toBeNull();
  });

  test('where no files can be sent: none are taken, and the page is not left for them', () => {
    show();
    const main = screen.getByRole('main');
    drag('dragover', main, transfer([plan]));
    expect(screen.queryByText('Drop files to attach')).toBeNull();
    expect(drag('drop', main, transfer([plan]))).toBe(false);
    expect(screen.queryByRole('list')).toBeNull();
  });

  test('a dragged text is the field’s own affair', () => {
    show({ attachments });
    expect(drag('dragover', field(), transfer([], 'words'))).toBe(true);
  });
});

test('how many are chosen is told, also while a message is changed, and none once they are sent', async () => {
  const onFilesChange = vi.fn<(count: number) => void>();
  const { change } = show({ attachments, onFilesChange });
  const told = () => onFilesChange.mock.lastCall?.[0];
  await userEvent.upload(chooser(), [plan, plan]);
  await expect.poll(told).toBe(2);
  change({ context: { kind: 'edit', title: 'Editing', text: '', onCancel: () => undefined } });
  expect(screen.queryByRole('list', { name: 'Files to send' })).toBeNull();
  expect(told()).toBe(2);
  change({ context: undefined });
  choose();
  await keys('{Enter}');
  await expect.poll(told).toBe(0);
});
