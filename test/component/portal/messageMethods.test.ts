/** Writing into dialogs and taking messages back, over the SDK against the local portal. */
import { describe, expect, inject, test } from 'vitest';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import {
  deleteMessage,
  isDuplicate,
  likeMessage,
  sendDialogMessage,
  updateMessage,
} from '../../../src/portal/methods/messages.ts';
import { classicRest } from './classicRest.ts';
import { failureOf } from './wild.ts';

const rest = classicRest(inject('portalOrigin'), inject('portalTokens').admin);
const chat = 'chat65';
const key = () => crypto.randomUUID();
const send = (text: string, more: object = {}) =>
  sendDialogMessage(rest, { dialogId: chat, text, templateId: key(), ...more });

async function readBack(id: number) {
  const { messages } = await getMessages(rest, chat, id + 1);
  const message = messages.at(-1);
  if (message?.id !== id) throw new Error(`Message ${id} is not there`);
  return message;
}

async function sentAs(text: string): Promise<string> {
  return (await readBack(await send(text))).text;
}

describe('a text arrives as it was typed', () => {
  // Inside [CODE] the portal rewrites nothing (PB 4.5), so this is what came over the wire.
  const code = (text: string) => `[CODE]${text}[/CODE]`;

  test.each([
    ['CRLF, CR and LF', 'a\r\nb\rc\nd'],
    ['what a form is made of', 'a+b & c=d; %2B%0A %zz ?e#f'],
    ['PHP brackets', 'a[b][0]=c $result[task][0] a[]'],
    ['quotes and markup', `"a" 'b' <b>c</b> \\d \\u0041 {e}`],
    ['entities', '&lt;&amp;amp;&#39;&nbsp;'],
    ['spaces', '  a\u00A0b\u2003c\td  '],
    ['scripts and emoji', 'Елена 東京 العربية e\u0301 👩‍👩‍👧 🇩🇪'],
    ['invisible characters', 'a\u200Bb\uFEFFc\u202Ed'],
  ])('%s', async (_what, text) => {
    expect(await sentAs(code(text))).toBe(code(text));
  });

  test('a lone half of a surrogate pair arrives as U+FFFD, and the call goes through', async () => {
    expect(await sentAs('a\uD83D b\uDE42')).toBe('a\uFFFD b\uFFFD');
  });

  test('20,000 characters', async () => {
    const text = 'ж🙂'.repeat(10_000);
    expect(await sentAs(text)).toBe(text);
  });
});

describe('sendDialogMessage', () => {
  test('the id, and the key as uuid once the portal has noted it', async () => {
    const templateId = key();
    const id = await send('With a key', { templateId });
    await expect.poll(async () => (await readBack(id)).uuid).toBe(templateId);
    expect(await readBack(id)).toMatchObject({ authorId: 1, text: 'With a key', attaches: [] });
  });

  test('PB 4.1: the same key gives the same message', async () => {
    const templateId = key();
    const id = await send('Once', { templateId });
    await expect.poll(async () => (await readBack(id)).uuid).toBe(templateId);
    expect(await send('Once', { templateId })).toBe(id);
    const { messages } = await getMessages(rest, chat);
    expect(messages.filter(({ text }) => text === 'Once')).toHaveLength(1);
  });

  test('with an attachment alone', async () => {
    const id = await send('', { attach: [{ MESSAGE: 'Quoted' }, { DELIMITER: { SIZE: 200 } }] });
    expect(await readBack(id)).toMatchObject({ attaches: [{}], isDeleted: false });
  });

  test('as a reply', async () => {
    expect(await send('Answer', { replyId: await send('Question') })).toBeGreaterThan(0);
  });

  test('PB 4.1: to a person', async () => {
    expect(await send('Hello', { dialogId: '2' })).toBeGreaterThan(0);
  });

  test.each<[string, string, object]>([
    ['MESSAGE_EMPTY', 'a blank text', { text: ' \r\n' }],
    ['USER_ID_EMPTY', 'no dialog', { dialogId: 'x' }],
    ['USER_NOT_FOUND', 'nobody', { dialogId: '999' }],
    ['CHAT_ID_EMPTY', 'chat 0', { dialogId: 'chat0' }],
    ['ATTACH_ERROR', 'no known block', { attach: [{ POEM: 'x' }] }],
    ['ATTACH_OVERSIZE', 'too much', { attach: [{ MESSAGE: 'a'.repeat(60_000) }] }],
    ['REPLY_ACCESS_ERROR', 'a reply to nothing', { replyId: 999_999 }],
    ['CHAT_ID', 'an unknown chat', { dialogId: 'chat9999' }],
    ['CANCELED', 'a chat one is not in', { dialogId: 'chat104' }],
    ['EMPTY_MESSAGE', 'nothing left of the text', { text: '[BR]' }],
  ])('PB 4.1: %s (%s): nothing was written for certain', async (code, _why, more) => {
    const failure = await failureOf(
      sendDialogMessage(rest, { dialogId: chat, text: 'Never', templateId: key(), ...more }),
    );
    expect(failure).toMatchObject({ code, executed: 'no' });
    expect(isDuplicate(failure)).toBe(false);
    const { messages } = await getMessages(rest, chat);
    expect(messages.map(({ text }) => text)).not.toContain('Never');
  });

  test('PB 4.1, phase 2: a refused send leaves its key: whether it was written is not said', async () => {
    const templateId = key();
    await failureOf(send('Never', { templateId, dialogId: 'chat104' }));
    const failure = await failureOf(send('Never', { templateId }));
    expect(failure).toMatchObject({ code: 'MESSAGE_DUPLICATED_BY_UUID', executed: 'unknown' });
    expect(isDuplicate(failure)).toBe(true);
  });
});

describe('isDuplicate', () => {
  test('PB 4.1: also under the name of any send that came to nothing', async () => {
    const method = 'im.message.add';
    const failure = await failureOf(rest.call({ method, parameters: { MESSAGE: 'To nobody' } }));
    expect(failure.code).toBe('PARAMS_ERROR');
    expect(isDuplicate(failure)).toBe(true);
  });

  test('nothing else is one', async () => {
    expect(isDuplicate(await failureOf(deleteMessage(rest, 999_999)))).toBe(false);
    expect(isDuplicate(new Error('MESSAGE_DUPLICATED_BY_UUID'))).toBe(false);
  });
});

describe('deleteMessage', () => {
  test('an own message is marked as deleted', async () => {
    const id = await send('Twice');
    await deleteMessage(rest, id);
    const message = await readBack(id);
    expect(message).toMatchObject({ id, isDeleted: true });
    expect(message.text).not.toContain('Twice');
  });

  test('a second time: refused, and nothing changed', async () => {
    const id = await send('Gone');
    await deleteMessage(rest, id);
    expect(await failureOf(deleteMessage(rest, id))).toMatchObject({
      kind: 'denied',
      code: 'CANT_EDIT_MESSAGE',
      status: 403,
      executed: 'no',
    });
  });

  test("somebody else's", async () => {
    const text = 'Not yours to delete';
    const marta = classicRest(inject('portalOrigin'), inject('portalTokens').member);
    const id = await sendDialogMessage(marta, { dialogId: chat, text, templateId: key() });
    const failure = await failureOf(deleteMessage(rest, id));
    expect(failure).toMatchObject({ code: 'CANT_EDIT_MESSAGE', executed: 'no' });
    expect(await readBack(id)).toMatchObject({ text, isDeleted: false });
  });

  test('no id', async () => {
    expect(await failureOf(deleteMessage(rest, 0))).toMatchObject({
      code: 'MESSAGE_ID_ERROR',
      executed: 'no',
    });
  });
});

describe('updateMessage', () => {
  test('RF 3.3: another text, rewritten as any and marked as edited', async () => {
    const id = await send('First');
    await updateMessage(rest, id, 'Second https://x.example');
    expect(await readBack(id)).toMatchObject({
      text: 'Second [URL]https://x.example[/URL]',
      isEdited: true,
      isDeleted: false,
    });
  });

  test.each(['', ' \n ', '[BR]#BR#', '[DISK=5] &nbsp;'])(
    'RF 3.3: %j would delete the message: not sent at all',
    async (text) => {
      const id = await send('Stays');
      const failure = await failureOf(updateMessage(rest, id, text));
      expect(failure).toMatchObject({ kind: 'validation', code: 'MESSAGE_EMPTY', executed: 'no' });
      expect(await readBack(id)).toMatchObject({ text: 'Stays', isEdited: false, isDeleted: false });
    },
  );

  test("PB 4.4: somebody else's, deleted or unknown: refused, and nothing changed", async () => {
    const marta = classicRest(inject('portalOrigin'), inject('portalTokens').member);
    const hers = await sendDialogMessage(marta, { dialogId: chat, text: 'Hers', templateId: key() });
    for (const id of [hers, 999_999])
      expect(await failureOf(updateMessage(rest, id, 'Mine'))).toMatchObject({
        kind: 'denied',
        code: 'CANT_EDIT_MESSAGE',
        executed: 'no',
      });
    expect(await failureOf(updateMessage(rest, 0, 'Mine'))).toMatchObject({
      code: 'MESSAGE_ID_ERROR',
      executed: 'no',
    });
    expect(await readBack(hers)).toMatchObject({ text: 'Hers', isEdited: false });
  });
});

describe('likeMessage', () => {
  test('RF 3.3: given and taken back; a second time it is so already', async () => {
    const id = await send('Like me');
    await likeMessage(rest, id, true);
    await likeMessage(rest, id, true);
    expect((await readBack(id)).likedBy).toEqual([1]);
    await likeMessage(rest, id, false);
    await likeMessage(rest, id, false);
    expect((await readBack(id)).likedBy).toEqual([]);
  });

  test('no id', async () => {
    expect(await failureOf(likeMessage(rest, 0, true))).toMatchObject({
      code: 'MESSAGE_ID_ERROR',
      executed: 'no',
    });
  });
});
