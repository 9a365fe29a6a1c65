// The list of keyboard shortcuts: opened by ? where nothing is typed, and in the reader's language.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type ShortcutsOptions, useShortcuts } from '../../../src/conversation/shortcuts/useShortcuts.tsx';
import { TranslationProvider } from '../../../src/i18n/context.tsx';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { CrmWords } from '../../../src/screens/crm/CrmWords.tsx';
import { violations } from '../ui/axe.ts';

afterEach(cleanup);

test('? opens it, Escape closes it, and it is whole and accessible', async () => {
  render(<Stage {...all} onSearch={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: 'elsewhere' }));
  await userEvent.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  const lists = within(dialog)
    .getAllByRole('region')
    .map((one) => one.ariaLabel ?? one.getAttribute('aria-label'));
  expect(lists).toEqual(['In the messages', 'In the field “Message”', 'Everywhere']);
  expect(dialog.textContent).toContain('Make resultM');
  expect(dialog.textContent).toContain('Send as resultCtrl+Shift+Enter');
  expect(await violations(document.body)).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'elsewhere' }));
});

test('/ opens the search; both keys are typed where text is written', async () => {
  const onSearch = vi.fn<() => void>();
  render(<Stage {...all} onSearch={onSearch} />);
  await userEvent.type(screen.getByRole('textbox'), 'a/b?');
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('a/b?');
  expect(onSearch).not.toHaveBeenCalled();
  expect(screen.queryByRole('dialog')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'elsewhere' }));
  await userEvent.keyboard('/');
  expect(onSearch).toHaveBeenCalledTimes(1);
});

test('what is not offered is not listed: results, search, likes of who is no member; in Russian', async () => {
  const translator = await createTranslator('ru');
  render(
    <TranslationProvider translator={translator}>
      <Stage {...all} isMember={false} hasResults={false} />
    </TranslationProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'list' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Новая строка');
  expect(dialog.textContent).not.toContain('Сделать результатом');
  expect(dialog.textContent).not.toContain('Поиск по сообщениям');
  expect(dialog.textContent).not.toContain('Нравится');
  expect(dialog.textContent).not.toContain('Выбрать несколько');
  expect(dialog.textContent).toContain('Копировать текст');
});

test('where nothing can be read, nothing is listed for messages', async () => {
  render(<Stage {...all} hasMessages={false} hasResults={false} />);
  await userEvent.click(screen.getByRole('button', { name: 'list' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).queryByRole('region', { name: 'In the messages' })).toBeNull();
});

test('single keys are switched off in the list, for good: ? and / do nothing, letters are gone from it', async () => {
  const onSearch = vi.fn<() => void>();
  render(<Stage {...all} onSearch={onSearch} />);
  await userEvent.click(screen.getByRole('button', { name: 'list' }));
  const dialog = await screen.findByRole('dialog');
  const box = within(dialog).getByRole('checkbox', { name: 'Single-key shortcuts' });
  await userEvent.click(box);
  expect(localStorage.getItem('chat-desk.keys')).toBe('off');
  expect(dialog.textContent).not.toContain('Make resultM');
  expect(dialog.textContent).toContain('DeleteDelete');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'elsewhere' }));
  await userEvent.keyboard('?/');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(onSearch).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: 'list' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Single-key shortcuts' }));
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'elsewhere' }));
  await userEvent.keyboard('/');
  expect(onSearch).toHaveBeenCalledTimes(1);
});

test('a client’s chat: nothing to answer, change or take back; its own keys are listed', async () => {
  const onMessages = [{ keys: ['T'], name: 'forward.toTask' }] as const;
  const ofLine = { canChange: false, hasResults: false, hasMentions: false, hasQuickReplies: true };
  render(
    <CrmWords>
      <Stage {...all} {...ofLine} onMessages={onMessages} />
    </CrmWords>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'list' }));
  const dialog = await screen.findByRole('dialog');
  const keysIn = (name: string) =>
    [...within(dialog).getByRole('region', { name }).querySelectorAll('kbd')].map((key) => key.textContent);
  const messages = keysIn('In the messages');
  expect(messages).toEqual(expect.arrayContaining(['T', 'L', 'C']));
  expect(messages.filter((key) => ['R', 'E', 'Delete', 'M', 'X'].includes(key))).toEqual([]);
  const field = keysIn('In the field “Message”');
  expect(field).toContain('/');
  expect(field.filter((key) => ['↑', '@', 'Esc'].includes(key))).toEqual([]);
  expect(dialog.textContent).toContain('To taskT');
});

const all = {
  hasMessages: true,
  hasResults: true,
  isMember: true,
  canChange: true,
  hasMentions: true,
  hasQuickReplies: false,
};

function Stage(options: ShortcutsOptions) {
  const shortcuts = useShortcuts(options);
  return (
    <main>
      <button type="button">elsewhere</button>
      <button type="button" onClick={shortcuts.open}>
        list
      </button>
      <input aria-label="field" />
      {shortcuts.dialog}
    </main>
  );
}
