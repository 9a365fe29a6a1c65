// Answering and editing, and that the whole fits and reads well in every state.
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ComposerProps } from '../../../../src/conversation/composer/Composer.tsx';
import { violations } from '../../ui/axe.ts';
import { button, choose, field, keys, show } from './stage.tsx';

afterEach(() => {
  cleanup();
  delete document.documentElement.dataset['theme'];
});

const everything: Partial<ComposerProps> = {
  canSendAsResult: true,
  mentions: { near: [], search: () => Promise.resolve([]) },
  attachments: { refusal: () => null, formatSize: String },
  preview: (text) => text,
  onShowShortcuts: () => undefined,
};

describe('an answer', () => {
  test('says to what; its words lead there; button and Escape take it back', async () => {
    const [onCancel, onJump] = [vi.fn<() => void>(), vi.fn<() => void>()];
    show({ context: { kind: 'reply', title: 'Marta Olsen', text: 'The header is live', onCancel, onJump } });
    await userEvent.click(button('Marta Olsen The header is live'));
    expect(onJump).toHaveBeenCalledTimes(1);
    await userEvent.click(button('Do not reply'));
    choose();
    await keys('{Escape}');
    expect(onCancel).toHaveBeenCalledTimes(2);
    expect(button('Send')).toBeTruthy();
  });
});

describe('an edit', () => {
  const context = (onCancel = () => undefined) =>
    ({ kind: 'edit', title: 'Editing', text: 'Old words', onCancel }) as const;

  test('is saved, and offers nothing else', async () => {
    const { onSend } = show({ ...everything, value: 'New words', context: context() });
    for (const name of ['Send', 'Send as result', 'Attach files']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
    await userEvent.click(button('Save'));
    expect(onSend).toHaveBeenCalledExactlyOnceWith('New words', { asResult: false, files: [] });
  });

  test('while it is saved nothing can be changed or sent twice; a failure stands next to the field', async () => {
    const onCancel = vi.fn<() => undefined>();
    const saving = { value: 'New words', context: context(onCancel), isSaving: true };
    const { onSend, change } = show(saving);
    choose();
    await keys('x{Enter}{Escape}');
    button('Save').click();
    expect(field().value).toBe('New words');
    expect(onSend).not.toHaveBeenCalled();
    expect(onCancel).not.toHaveBeenCalled();
    change({ isSaving: false, problem: 'The portal refused this' });
    expect(screen.getByRole('alert').textContent).toBe('The portal refused this');
    await keys('{Escape}');
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  test('of the last own message begins with ArrowUp in an empty field only', async () => {
    const onEditLast = vi.fn<() => void>();
    show({ onEditLast });
    choose();
    await keys('a{ArrowUp}');
    expect(onEditLast).not.toHaveBeenCalled();
    await keys('{Delete}{ArrowUp}');
    expect(onEditLast).toHaveBeenCalledTimes(1);
  });

  test('keeps the files that were chosen before it', async () => {
    const { change } = show(everything);
    const input = document.querySelector<HTMLInputElement>('input[type="file"]') ?? document.body;
    await userEvent.upload(input, [new File(['x'], 'a.txt')]);
    await screen.findByText('a.txt');
    change({ context: context() });
    expect(screen.queryByText('a.txt')).toBeNull();
    change({});
    expect(screen.getByText('a.txt')).toBeTruthy();
  });
});

describe.each(['light', 'dark'])('%s', (theme) => {
  test.each([
    [316, 700, 'reply'],
    [316, 300, 'none'],
    [560, 600, 'edit'],
    [1200, 700, 'none'],
  ] as const)('%i × %i, %s: no violations, nothing sticks out', async (width, height, kind) => {
    await page.viewport(1280, 800);
    document.documentElement.dataset['theme'] = theme;
    const words = { title: 'Marta', text: 'word '.repeat(40), onCancel: () => undefined };
    show(
      {
        ...everything,
        value: '[USER=5]Marta Olsen[/USER] please',
        context: kind === 'none' ? undefined : { kind, ...words },
      },
      { width, height },
    );
    expect(await violations(document.body)).toEqual([]);
    const { left, right } = screen.getByRole('main').getBoundingClientRect();
    for (const control of screen.getAllByRole('button')) {
      const box = control.getBoundingClientRect();
      expect(box.left).toBeGreaterThanOrEqual(left);
      expect(box.right).toBeLessThanOrEqual(right);
    }
  });
});
