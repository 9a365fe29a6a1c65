import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { cleanup, render, screen } from '@testing-library/react';
import { test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ReplyAs } from '../../../../src/features/session/ReplyAs.tsx';
import { Button } from '../../../../src/ui/Button/Button.tsx';
const out = '/work/main/test/component/features/session/shots';
const me = { id: 1, name: 'Anna Keller' };
const bot = { id: 31, name: 'Helper Bot', color: null, avatarUrl: null, isBot: true as const };
test.each([[360,'light'],[360,'dark'],[800,'light']])('%i %s', async (w, theme) => {
  document.documentElement.dataset['theme'] = String(theme);
  document.body.style.background = 'var(--page)';
  await page.viewport(Number(w), 300);
  for (const isOther of [false, true]) {
    render(<div style={{padding: 120, paddingInline: 12, display:'flex', gap: 8, justifyContent:'flex-end'}}><ReplyAs currentUser={me} authors={{isPossible:true,areOthersOffered:true,author:isOther?bot:me,isOther,others:[bot],choose(){},offerOthers(){},error:null}} /><Button variant="primary">Send</Button></div>);
    await userEvent.click(screen.getByRole('button',{name:/Reply as/}));
    await screen.findAllByRole('menuitemcheckbox');
    await page.screenshot({ path: `${out}/reply-${isOther}-${w}-${theme}.png` });
    cleanup();
  }
});
