/** Who is signed in where: each browser for itself, `switches.signedInUserId` for those that said nothing. */
import { describe, expect, test } from 'vitest';
import { startTestPortal } from '../methods/support.ts';

const portal = startTestPortal();

interface Browser {
  /** of the person the start page shows as signed in */
  person(): Promise<string | undefined>;
  /** sends the form of the start page */
  signIn(userId: number): Promise<void>;
}

async function openBrowser(): Promise<Browser> {
  const { origin } = portal.running;
  const cookie = (await fetch(origin)).headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    async person() {
      const text = await (await fetch(origin, { headers: { cookie } })).text();
      return /<option value="\d+" selected>\s*([^<·]*?)\s*(?:·|<)/.exec(text)?.[1];
    },
    async signIn(userId) {
      const body = new URLSearchParams({ signedInUserId: String(userId), language: 'en' });
      await fetch(origin, { method: 'POST', body, headers: { origin, cookie }, redirect: 'manual' });
    },
  };
}

describe('signing in', () => {
  test('is for one browser, and the switch for all others', async () => {
    const [first, second] = [await openBrowser(), await openBrowser()];
    await first.signIn(2);
    expect([await first.person(), await second.person()]).toEqual(['Marta Olsen', 'Anna Keller']);
    portal.world.switches.signedInUserId = 9;
    expect([await first.person(), await second.person()]).toEqual(['Marta Olsen', 'Liam Byrne']);
  });

  test('ends with a reset', async () => {
    const browser = await openBrowser();
    await browser.signIn(2);
    await fetch(`${portal.running.origin}/control/reset`, { method: 'POST' });
    expect(await browser.person()).toBe('Anna Keller');
  });

  test('is for colleagues only', async () => {
    const browser = await openBrowser();
    await browser.signIn(21);
    expect(await browser.person()).toBe('Anna Keller');
  });
});

test('APPLICATION_SCOPE tells the scopes on offer', async () => {
  const form = async () => (await fetch(`${portal.running.origin}/marketplace/app/1/`)).text();
  expect(await form()).toMatch(/name="APPLICATION_SCOPE" value="task,tasks,im/);
  portal.world.switches.tasksScope = 'missing';
  expect(await form()).toMatch(/name="APPLICATION_SCOPE" value="task,im,/);
});

test('the start page names the webhook, in either language', async () => {
  const { origin } = portal.running;
  const text = async () => (await fetch(origin)).text();
  expect(await text()).toContain(`<code>${origin}/rest/1/chatdeskwebhook1/</code>`);
  expect(await text()).toContain('Webhooks');
  portal.world.switches.language = 'ru';
  expect(await text()).toContain('Вебхуки');
});
