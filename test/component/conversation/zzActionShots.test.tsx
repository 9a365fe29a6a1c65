import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import { useMessageActions } from '../../../src/conversation/actions/useMessageActions.tsx';
import { ShortcutsDialog } from '../../../src/conversation/shortcuts/ShortcutsDialog.tsx';
import { ResultIcon, CheckIcon } from '../../../src/ui/Icon/icons.tsx';
import { classicRest } from '../portal/classicRest.ts';
import { elena, listProps, me, marta, message, timeline } from './sample.ts';

const rest = classicRest('http://127.0.0.1:9', 'x');
function Stage({ chosen = null }: { chosen?: ReadonlySet<number> | null }) {
  const { actionsOf, dialogs } = useMessageActions({ rest, currentUserId: me, isMember: true, refresh: () => {}, onReply: () => {}, onEdit: () => {}, onChooseBegin: () => {} });
  const people = [
    { id: me, name: 'Anna Keller', color: '#3a7bd5', avatarUrl: null },
    { id: marta, name: 'Marta Olsen', color: '#b65b3a', avatarUrl: null },
    { id: elena, name: 'Елена Константинопольская-Преображенская Соколова Александровна', color: '#4a8f5c', avatarUrl: null },
  ];
  const now = (id: number) => new Date(Date.now() - (20 - id) * 60000).toISOString();
  const all = [
    message(1, { date: now(1), text: 'The new header is live on staging. Please check it on a phone before we show it to the client.', likedBy: [me, elena] }),
    message(2, { date: now(2), text: 'Ok?' }),
    message(3, { date: now(3), authorId: elena, text: 'Checked on iOS and Android, both fine. The menu now opens in 80 ms.' }),
    message(4, { date: now(4), authorId: elena, text: 'Short', likedBy: [2], isEdited: true }),
    message(5, { date: now(5), authorId: me, text: 'Great. I will send the link to the client now.', likedBy: [marta, elena, 77] }),
    message(6, { date: now(6), authorId: me, text: 'Yes' }),
  ];
  const quotes = new Map([[3, { messageId: 1, authorId: marta, text: 'The new header is live on staging', isDeleted: false }]]);
  return (
    <div style={{ height: '100vh', containerType: 'inline-size', containerName: 'conversation' }}>
      <MessageList {...listProps({ timeline: timeline(all, { people: new Map(people.map((p) => [p.id, p])) }), quotes, chosen, onChoose: () => {},
        marksOf: (m) => m.id === 3 ? <span style={{ background: 'var(--success-soft)', color: 'var(--success-text)', borderRadius: 99, padding: '0 8px', fontSize: 12, fontWeight: 600 }}><CheckIcon size={14} /> Result</span> : null,
        actionsOf: (m) => { const a = actionsOf(m); return a.length ? [{ id: 'makeResult', label: 'Make result', icon: <ResultIcon />, shortcut: 'm', place: 'bar' as const, run: () => {} }, ...a] : a; } })} />
      {dialogs}
    </div>
  );
}
const rows = () => screen.getAllByRole('article');
const shots = '/work/main/test/component/conversation/__ashots';
for (const [width, theme] of [[1200, 'light'], [1200, 'dark'], [360, 'light'], [360, 'dark']] as const)
  test(`${width} ${theme}`, async () => {
    await page.viewport(width, 620);
    document.documentElement.dataset['theme'] = theme;
    const { rerender } = render(<Stage />);
    await userEvent.hover(within(rows()[2]!).getByText(/Checked/));
    await new Promise((r) => setTimeout(r, 250));
    await page.screenshot({ path: `${shots}/${width}-${theme}-bar.png` });
    await userEvent.hover(within(rows()[1]!).getByText(/Ok/));
    await new Promise((r) => setTimeout(r, 250));
    await page.screenshot({ path: `${shots}/${width}-${theme}-short.png` });
    rows()[5]!.focus();
    await userEvent.keyboard('l');
    await new Promise((r) => setTimeout(r, 400));
    await page.screenshot({ path: `${shots}/${width}-${theme}-failed.png` });
    await userEvent.keyboard('{Enter}');
    await new Promise((r) => setTimeout(r, 300));
    await page.screenshot({ path: `${shots}/${width}-${theme}-menu.png` });
    await userEvent.keyboard('{Escape}');
    rerender(<Stage chosen={new Set([1, 6])} />);
    await new Promise((r) => setTimeout(r, 100));
    await page.screenshot({ path: `${shots}/${width}-${theme}-choosing.png` });
    rerender(<Stage />);
    rows()[5]!.focus();
    await userEvent.keyboard('{Delete}');
    await new Promise((r) => setTimeout(r, 200));
    await page.screenshot({ path: `${shots}/${width}-${theme}-delete.png` });
    cleanup();
    render(<ShortcutsDialog hasResults hasSearch onClose={() => {}} />);
    await new Promise((r) => setTimeout(r, 200));
    await page.screenshot({ path: `${shots}/${width}-${theme}-shortcuts.png` });
    cleanup();
  }, 60000);
