import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, test, expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Conversation } from '../../../../src/conversation/Conversation.tsx';
import { TranslationProvider } from '../../../../src/i18n/context.tsx';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import { countCodePoints } from '../../../../src/text/count.ts';
import type { ComposerProps } from '../../../../src/conversation/composer/Composer.tsx';
import { listProps, message, people, timeline } from '../sample.ts';
afterEach(cleanup);
const png = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='), (c) => c.charCodeAt(0));
const shots: [string, number, number, string, string, Partial<ComposerProps>, string][] = [
  ['wide-light', 1200, 700, 'light', 'en', {}, ''],
  ['wide-dark', 1200, 700, 'dark', 'en', {}, 'files'],
  ['mid-light', 560, 700, 'light', 'en', {}, 'mention'],
  ['narrow-light', 340, 700, 'light', 'en', {}, 'files'],
  ['narrow-dark-reply', 340, 700, 'dark', 'en', { context: { kind: 'reply', title: 'Marta Olsen', text: 'The new header is live on staging. Please check it on a phone before.', onCancel() {}, onJump() {} } }, 'emoji'],
  ['ru-narrow', 340, 700, 'light', 'ru', { value: '' }, ''],
  ['ru-mid-edit', 560, 700, 'light', 'ru', { context: { kind: 'edit', title: 'Изменение сообщения', text: 'Старый текст сообщения', onCancel() {} } }, 'link'],
  ['low', 340, 320, 'light', 'en', {}, ''],
  ['low-wide', 900, 360, 'light', 'en', {}, ''],
  ['preview', 560, 700, 'dark', 'en', {}, 'preview'],
];
test.each(shots)('%s', async (name, width, height, theme, language, changes, what) => {
  await page.viewport(width, height);
  document.documentElement.dataset['theme'] = theme;
  const translator = await createTranslator(language);
  function Stage() {
    const [value, setValue] = useState(changes.value ?? '[USER=5]Marta Olsen[/USER] please add the [b]tablet[/b] screenshots and close the checklist');
    const composer: ComposerProps = {
      limit: 20000, countOf: countCodePoints, canSendAsResult: true,
      mentions: { near: people, search: async () => [{ id: 9, name: 'David Laurent', color: null, avatarUrl: null }] },
      attachments: { refusal: (file) => (file.size > 1000 ? 'Too large: the portal takes up to 1 kB' : null), formatSize: translator.formatSize },
      preview: (text) => <p>{text}</p>, onShowShortcuts() {}, onEditLast() {}, ...changes, value, onChange: setValue, onSend() {},
    };
    return <TranslationProvider translator={translator}><main style={{ height: '100vh' }}><Conversation list={listProps({ timeline: timeline([message(1), message(2), message(3)]) })} composer={composer} /></main></TranslationProvider>;
  }
  render(<Stage />);
  const ru = language === 'ru';
  const field = screen.getByRole('textbox');
  if (what === 'files') {
    const data = new DataTransfer();
    data.items.add(new File([png], 'image.png', { type: 'image/png' }));
    data.items.add(new File(['x'.repeat(2000)], 'A long name of a report for the board of directors.pdf', { type: 'application/pdf' }));
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (input) { input.files = data.files; input.dispatchEvent(new Event('change', { bubbles: true })); }
    screen.getByRole('button', { name: 'Send' }).click();
  }
  if (what === 'mention') { await userEvent.click(field); await userEvent.keyboard('{Control>}{End}{/Control} @'); await expect.poll(() => screen.queryByRole('listbox')).toBeTruthy(); }
  if (what === 'emoji') { await userEvent.click(screen.getByRole('button', { name: 'Emoji' })); await expect.poll(() => screen.queryByRole('dialog')).toBeTruthy(); }
  if (what === 'preview') { await userEvent.click(screen.getByRole('button', { name: 'Preview' })); }
  if (what === 'link') { await userEvent.click(screen.getByRole('button', { name: ru ? 'Ссылка' : 'Link' })); await expect.poll(() => screen.queryByRole('dialog')).toBeTruthy(); await userEvent.keyboard('x y{Enter}'); }
  await page.screenshot({ path: `/work/main/node_modules/.shots/${name}.png` });
});
