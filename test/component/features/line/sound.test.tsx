/** The sound for a client's messages. The page's real audio plays it; what is counted are the tones made there. */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { emptyTimeline, mergePage, type Timeline } from '../../../../src/conversation/timeline.ts';
import { newKey } from '../../../../src/delivery/item.ts';
import { nameOf, type Owner } from '../../../../src/delivery/owner.ts';
import { claimSound } from '../../../../src/features/line/soundClaim.ts';
import { SoundSwitch } from '../../../../src/features/line/SoundSwitch.tsx';
import { useClientSound } from '../../../../src/features/line/useClientSound.ts';
import { TranslationProvider } from '../../../../src/i18n/context.tsx';
import { withCrmWords } from '../../../../src/i18n/crm/withCrmWords.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import { dialogOfChat, getMessages, pageSize } from '../../../../src/portal/methods/dialogs.ts';
import { anna, openPortal } from '../../sending/portal.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);
/** In a portal of its own for each test. */
let owner: Owner = { memberId: '', userId: anna };
const translator = withCrmWords(await createTranslator('en'));
const david = 7;
const bot = 31;

let sounds = 0;
window.AudioContext = class extends AudioContext {
  override createOscillator(): OscillatorNode {
    sounds += 1;
    return super.createOscillator();
  }
};
beforeEach(() => {
  sounds = 0;
  owner = { memberId: newKey(), userId: anna };
});
afterEach(cleanup);

function Window({ dialogId, timeline }: { dialogId: string; timeline: Timeline }) {
  return <SoundSwitch sound={useClientSound(owner, dialogId, timeline)} />;
}

/** A client's chat with one message of theirs, opened in a window. */
async function openChat() {
  const { chat, session } = await portal.newLine({ operatorId: anna, status: 40 });
  const from = (authorId: number) => portal.write({ chatId: chat.id, authorId, typed: 'Hello' });
  const client = () => from(session.clientUserId);
  let timeline = emptyTimeline;
  const read = async () => {
    const page = await getMessages(rest, dialogOfChat(chat.id));
    timeline = mergePage(timeline, page, { pageSize, isNewest: true });
  };
  const shown = () => (
    <TranslationProvider translator={translator}>
      <Window dialogId={dialogOfChat(chat.id)} timeline={timeline} />
    </TranslationProvider>
  );
  await client();
  const { rerender } = render(<div />);
  rerender(shown());
  const tick = async () => {
    await read();
    rerender(shown());
  };
  await tick();
  return { from, client, tick };
}

const toggle = () => screen.getByRole('button', { name: 'Sound for new messages' });
const expectSounds = async (count: number) => {
  await expect.poll(() => sounds).toBe(count);
};
/** As if the last sound were long ago. */
function letTimePass(): void {
  const key = nameOf(owner, 'sound');
  localStorage.setItem(key, (localStorage.getItem(key) ?? '').replace(/"at":\d+/, '"at":0'));
}

// Where a test of another file has clicked in this page, the browser holds nothing back any more.
const isHeldBack = new AudioContext().state === 'suspended';
test.runIf(isHeldBack)(
  'a browser that waits for a gesture: it says so beside the switch, and what came before stays silent',
  async () => {
    localStorage.setItem(nameOf(owner, 'sound-on'), 'on');
    const { client, tick } = await openChat();
    const words = 'Your browser lets Chat Desk sound only after a click or a key in this window.';
    await screen.findByText(words);
    await client();
    await tick();
    await userEvent.click(document.body);
    await expect.poll(() => screen.queryByText(words)).toBeNull();
    await client();
    await tick();
    await expectSounds(1);
  },
);

test('off until it is switched on, and remembered', async () => {
  const { client, tick } = await openChat();
  expect(toggle().getAttribute('aria-pressed')).toBe('false');
  await client();
  await tick();
  await userEvent.click(toggle());
  await client();
  await tick();
  await expectSounds(1);
  cleanup();
  letTimePass();
  const next = await openChat();
  expect(toggle().getAttribute('aria-pressed')).toBe('true');
  await next.client();
  // What stood there when it was opened is no news.
  expect(sounds).toBe(1);
  await next.tick();
  await expectSounds(2);
});

test('only for what the client writes while the chat is open', async () => {
  const { from, client, tick } = await openChat();
  await userEvent.click(toggle());
  for (const author of [anna, david, bot, 0]) {
    await from(author);
    await tick();
    letTimePass();
  }
  await client();
  await tick();
  await expectSounds(1);
  letTimePass();
  // Another one stands above the newest, which is one's own.
  await client();
  await from(anna);
  await tick();
  await expectSounds(2);
});

describe('the windows of a person', () => {
  test('sound once for a message, whichever of them reads it first', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => claimSound(owner, 'chat106', 501)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    letTimePass();
    expect(await claimSound(owner, 'chat106', 501)).toBe(false);
    expect(await claimSound({ ...owner, userId: david }, 'chat106', 501)).toBe(true);
  });

  test('sound every three seconds at most', async () => {
    expect(await claimSound(owner, 'chat106', 501)).toBe(true);
    expect(await claimSound(owner, 'chat106', 502)).toBe(false);
    letTimePass();
    expect([await claimSound(owner, 'chat106', 502), await claimSound(owner, 'chat106', 503)]).toEqual([
      false,
      true,
    ]);
  });

  test('what sounded in another chat swallows nothing older here, and yet keeps its distance', async () => {
    expect(await claimSound(owner, 'chat107', 600)).toBe(true);
    letTimePass();
    expect(await claimSound(owner, 'chat106', 501)).toBe(true);
    expect(await claimSound(owner, 'chat107', 601)).toBe(false);
  });
});
