import { render, screen, cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { anna, openPortal } from '../../sending/portal.ts';
import { showLine } from './stage.tsx';
import { TranslationProvider } from '../../../../src/i18n/context.tsx';
import { english } from '../../../../src/i18n/translator.ts';
import { useReplyCare } from '../../../../src/features/line/useReplyCare.tsx';
import { Composer } from '../../../../src/conversation/composer/Composer.tsx';
import { message } from '../../../fixtures/message.ts';
import { useState } from 'react';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);

test.each([360, 1200].flatMap((w) => ['light', 'dark'].map((s) => [w, s] as const)))('shot %s %s', async (w, s) => {
  await page.viewport(w, 900);
  document.documentElement.style.colorScheme = s;
  document.body.style.background = s === 'dark' ? '#171717' : '#f1f4f6';
  await portal.write({ chatId: 106, authorId: anna, typed: 'On the way', params: { SENDING: 'Y' } });
  await portal.write({ chatId: 106, authorId: 31, typed: 'I am the bot.' });
  cleanup(); showLine({ rest, chatId: 106, currentUserId: anna, entities: [] });
  await screen.findByText('Hello again. We are ready to start.');
  await new Promise((r) => setTimeout(r, 400));
  screen.getByRole('log').scrollTop = 0;
  await new Promise((r) => setTimeout(r, 300));
  await page.screenshot({ path: `/work/main/.shots-line/list-${w}-${s}.png` });
  cleanup();
  const { rerender } = render(<Care warns={false} />);
  rerender(<Care warns />);
  await new Promise((r) => setTimeout(r, 200));
  screen.getByRole('button', { name: 'Send' }).click();
  await screen.findByText(/Read it first/);
  await page.screenshot({ path: `/work/main/.shots-line/care-${w}-${s}.png` });
  cleanup();
  expect(1).toBe(1);
});

const base = { id: 0, color: null, avatarUrl: null };
const people = new Map([[2, { ...base, id: 2, name: 'Marta Olsen' }], [26, { ...base, id: 26, name: 'Amira', isClient: true as const }]]);
function Care({ warns }: { warns: boolean }) {
  const [value, onChange] = useState('word '.repeat(400));
  const messages = [message(1, { authorId: 26 }), ...(warns ? [message(2, { authorId: 2 })] : [])];
  const dialog = { chatId: 1, name: '', connectorId: '', lineId: 1, clientId: 26, sessionId: 1, ownerId: 1, isMember: true, isWaiting: false, linked: { lead: null, deal: null, contact: null, company: null }, unreadCount: 0, lastMessageId: null, replyUntil: Date.now() + (warns ? -1 : 1) * 3600_000 };
  const care = useReplyCare({ chat: { connectorId: 'whatsappbytwilio', connectorTitle: 'WhatsApp' }, dialog, messages, people, currentUserId: 1, composer: { value, onSend: () => undefined } });
  return <div style={{ maxWidth: 900, containerType: 'inline-size', containerName: 'conversation' }}><Composer value={value} onChange={onChange} limit={20000} countOf={(t) => t.length} {...care} /></div>;
}
