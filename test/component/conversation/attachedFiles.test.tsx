// Files of a message, loaded from the local portal with and without its cookie.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Around } from '../../../src/conversation/around.ts';
import type { DialogFile } from '../../../src/portal/methods/dialogMessages.ts';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import { oneTimeLinks } from '../../../src/portal/methods/fileLinks.ts';
import { anna, openPortal } from '../sending/portal.ts';
import { violations } from '../ui/axe.ts';
import { RowStage } from './rowStage.tsx';
import { file, message } from './sample.ts';

const portal = await openPortal();
const { rest, origin } = portal.portalOf(anna);
const dialogId = 'chat68';
const download = 'im.v2.File.download';

const known = new Map<string, DialogFile>();
beforeAll(async () => {
  const { messages } = await portal.state();
  const last = messages.findLast(({ chatId, params }) => chatId === 68 && 'FILE_ID' in params);
  for (const one of (await getMessages(rest, dialogId, (last?.id ?? 0) + 1)).files) known.set(one.name, one);
});
afterEach(cleanup);

describe('a picture of the portal', () => {
  test('is shown from its own address; nothing else is asked for', async () => {
    await portal.switchTo({ filesNeedCookie: false });
    show(seeded('Cover, green.png'), { linkOf: oneTimeLinks(rest, dialogId) });
    const picture = screen.getByRole<HTMLImageElement>('img', { name: 'Cover, green.png' });
    await expect.poll(() => picture.naturalWidth).toBe(200);
    expect(picture.title).toMatch(/^Cover, green\.png · .*byte|kB/);
    expect(await portal.requestsTo(download)).toEqual([]);
  });

  test('that wants a cookie the frame lacks is shown from a one-time link', async () => {
    await portal.switchTo({ filesNeedCookie: true });
    const { name } = show(seeded('Cover, blue.png'), { linkOf: oneTimeLinks(rest, dialogId) });
    await expect
      .poll(() => screen.getByRole<HTMLImageElement>('img', { name }).naturalWidth)
      .toBeGreaterThan(0);
    expect(screen.getByRole<HTMLImageElement>('img', { name }).src).toContain('token=');
    // What opens in a new tab has the cookie, and is no link that is spent.
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: /Cover, blue/ }).href).not.toContain('token=');
    expect(await portal.requestsTo(download)).toHaveLength(1);
  });

  test('is a chip where nobody can be asked for a link', async () => {
    await portal.switchTo({ filesNeedCookie: true });
    show(seeded('Cover, wide.png'));
    const chip = await screen.findByText(/^PNG · /);
    expect(chip.closest('a')?.href).toMatch(new RegExp(`^${origin}/disk/`));
  });

  test('is a chip where the link does not help, and is not asked for again', async () => {
    await portal.switchTo({ filesNeedCookie: true });
    const asked: number[] = [];
    const linkOf = (id: number) => {
      asked.push(id);
      return Promise.resolve(`${origin}/disk/showFile/999999/?never`);
    };
    const { id } = show(seeded('Cover, wide.png'), { linkOf });
    await screen.findByText(/^PNG · /);
    expect(asked).toEqual([id]);
  });

  test.each([
    ['no link', () => Promise.resolve(null)],
    ['a refusal', () => Promise.reject(new Error('FILE_NOT_FOUND'))],
    ['an address that is none', () => Promise.resolve('javascript:window.hostileRan=1')],
  ])('is a chip after %s', async (_what, linkOf) => {
    show(file(7, { name: 'a.png', kind: 'image', previewUrl: `${origin}/disk/showFile/999999/` }), {
      linkOf,
    });
    expect(await screen.findByText(/^PNG · /)).toBeTruthy();
  });
});

test('a link is asked for once a file; what fails is no link', async () => {
  await portal.faults({ method: download, fault: 'status', status: 503, executed: false, times: 1 });
  const linkOf = oneTimeLinks(rest, dialogId);
  const before = (await portal.requestsTo(download)).length;
  const [blue, green] = [seeded('Cover, blue.png').id, seeded('Cover, green.png').id];
  const links = await Promise.all([linkOf(blue), linkOf(green), linkOf(blue), linkOf(green)]);
  expect(links).toEqual([null, expect.stringContaining('token='), null, null]);
  expect((await portal.requestsTo(download)).length - before).toBe(2);
});

describe('sound and film', () => {
  test('are played where they stand, with name and size', async () => {
    await portal.switchTo({ filesNeedCookie: false });
    const { name } = show(seeded('Голосовая заметка.wav'));
    const player = screen.getByLabelText<HTMLAudioElement>(name);
    expect(player.controls).toBe(true);
    await expect.poll(() => player.duration).toBeGreaterThan(0.5);
    expect(screen.getByRole('figure').textContent).toMatch(/^Голосовая заметка\.wav · \d/);
    expect(await violations(document.body)).toEqual([]);
  });

  test('a voice message is called one', () => {
    show({ ...seeded('Голосовая заметка.wav'), name: 'audio_2026-11-20.ogg', isVoiceNote: true });
    expect(screen.getByLabelText('Voice message').tagName).toBe('AUDIO');
    fireEvent.error(screen.getByLabelText('Voice message'));
    expect(screen.getByRole('link', { name: /^Voice message.*OGG/ })).toBeTruthy();
  });

  test('what the browser cannot play becomes a chip', async () => {
    show(seeded('Turning pages.mp4'));
    expect(screen.getByLabelText('Turning pages.mp4').tagName).toBe('VIDEO');
    expect(await screen.findByText(/^MP4 · /)).toBeTruthy();
    expect(screen.queryByLabelText('Turning pages.mp4')).toBeNull();
  });
});

function seeded(name: string): DialogFile {
  const found = known.get(name);
  if (!found) throw new Error(`${name} is not in the chat`);
  return found;
}

function show(one: DialogFile, around: Partial<Around> = {}): DialogFile {
  const files = new Map([[one.id, one]]);
  const carrier = message(1, { text: '', fileIds: [one.id] });
  render(<RowStage messages={[carrier]} around={{ files, portalOrigin: origin, ...around }} />);
  return one;
}
