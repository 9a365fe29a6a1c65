/** The seeded company holds what other tests and people rely on. */
import { describe, expect, test } from 'vitest';
import { readAttach } from '../../../portal/methods/im/attach.ts';
import { readKeyboard } from '../../../portal/methods/im/buttons.ts';
import { givenParams } from '../../../portal/methods/im/params.ts';
import { isKey } from '../../../portal/methods/im/uuids.ts';
import { isRecord, listOf } from '../../../portal/methods/values.ts';
import { mayReadChat, mayReadTask } from '../../../portal/world/rights.ts';
import { makePng } from '../../../portal/world/seed/fileBodies.ts';
import { hostileTexts } from '../../../portal/world/seed/hostile.ts';
import { sessionsOf } from '../../../portal/world/sessions.ts';
import { createWorld } from '../../../portal/world/world.ts';

const world = createWorld({ appUrl: 'http://127.0.0.1:5173/' });
const user = (id: number) => {
  const found = world.users.get(id);
  if (!found) throw new Error(`no user ${id}`);
  return found;
};
const task = (id: number) => {
  const found = world.tasks.get(id);
  if (!found) throw new Error(`no task ${id}`);
  return found;
};
const chatOf = (id: number) => {
  const found = world.chats.get(task(id).chatId ?? 0);
  if (!found) throw new Error(`no chat of task ${id}`);
  return found;
};
const messagesOf = (id: number) => world.messages.get(chatOf(id).id) ?? [];
const readers = (id: number) =>
  [...world.users.values()].filter((person) => mayReadTask(person, task(id))).map((person) => person.id);

describe('task 51', () => {
  const messages = messagesOf(51);

  test('is the redesign, in progress, with chat 58', () => {
    expect(task(51)).toMatchObject({
      title: 'Website redesign for Northwind',
      status: 'in_progress',
      chatId: 58,
    });
    expect(chatOf(51)).toMatchObject({ entityType: 'TASKS_TASK', entityId: '51' });
  });

  test('has messages of several people and days, yesterday and now among them', () => {
    expect(messages.length).toBeGreaterThanOrEqual(12);
    expect(new Set(messages.map((message) => message.authorId)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(messages.map((message) => message.date.slice(0, 10))).size).toBeGreaterThanOrEqual(5);
    expect(Date.now() - Date.parse(messages.at(-1)?.date ?? '')).toBeLessThan(60 * 60_000);
  });

  test.each([
    [
      'a system message',
      (message: (typeof messages)[number]) => message.authorId === 0 && 'CODE' in message.params,
    ],
    ['an edited one', (message: (typeof messages)[number]) => message.params.IS_EDITED === 'Y'],
    ['a deleted one', (message: (typeof messages)[number]) => message.params.IS_DELETED === 'Y'],
    ['a liked one', (message: (typeof messages)[number]) => Array.isArray(message.params.LIKE)],
    ['a file', (message: (typeof messages)[number]) => Array.isArray(message.params.FILE_ID)],
    ['an attachment', (message: (typeof messages)[number]) => Array.isArray(message.params.ATTACH)],
    [
      'a mention',
      (message: (typeof messages)[number]) => message.text.includes('[USER=2]Marta Olsen[/USER]'),
    ],
    ['a link', (message: (typeof messages)[number]) => message.text.includes('[URL]https://')],
    ['a quote', (message: (typeof messages)[number]) => message.text.includes('-'.repeat(54))],
    ['Russian', (message: (typeof messages)[number]) => /[а-яё]{4}/i.test(message.text)],
  ])('has %s', (_what, isIt) => {
    expect(messages.some(isIt)).toBe(true);
  });

  test('Olga audits it and is not in its chat; the switch decides what she reads', () => {
    expect(mayReadTask(user(8), task(51))).toBe(true);
    expect(chatOf(51).memberIds).not.toContain(8);
    expect(mayReadChat(world, user(8), chatOf(51))).toBe(true);
    const strict = createWorld({
      appUrl: 'http://127.0.0.1:5173/',
      switches: { taskReadersMayReadChat: false },
    });
    expect(mayReadChat(strict, user(8), chatOf(51))).toBe(false);
  });

  test('Anna has two unread messages, Marta none', () => {
    const last = chatOf(51).lastRead;
    expect(messages.filter((message) => message.id > (last[1] ?? 0))).toHaveLength(2);
    expect(last[2]).toBe(messages.at(-1)?.id);
  });
});

describe('the parts of a message, in task 51', () => {
  const messages = messagesOf(51);
  const blocks = messages
    .flatMap(({ params }) => listOf(params['ATTACH']))
    .flatMap((attach) => (isRecord(attach) ? listOf(attach['BLOCKS']) : []))
    .filter(isRecord);

  test('RF 3.4: every kind of block, and GRID in each way of showing', () => {
    const kinds = new Set(blocks.flatMap((block) => Object.keys(block)));
    expect([...kinds].sort()).toEqual(
      ['DELIMITER', 'FILE', 'GRID', 'IMAGE', 'LINK', 'MESSAGE', 'RICH_LINK', 'USER'].sort(),
    );
    const cells = blocks.flatMap((block) => listOf(block['GRID'])).filter(isRecord);
    expect(new Set(cells.map((cell) => cell['DISPLAY']))).toEqual(new Set(['BLOCK', 'LINE', 'ROW', 'TABLE']));
  });

  test('PB 4.2: they are what the portal itself would have kept of them', () => {
    for (const attach of messages.flatMap(({ params }) => listOf(params['ATTACH']))) {
      const kept = readAttach(attach)?.[0];
      expect(kept?.['BLOCKS']).toEqual(isRecord(attach) ? attach['BLOCKS'] : null);
    }
  });

  test('RF 3.5: a keyboard, kept by the portal as it is', () => {
    const keyboards = messages.flatMap(({ params }) => ('KEYBOARD' in params ? [params['KEYBOARD']] : []));
    expect(keyboards).toHaveLength(1);
    expect(readKeyboard(keyboards[0])).toEqual(keyboards[0]);
  });

  test('params of other parts: some come through, one only by the switch', () => {
    const message = messages.find(({ params }) => 'FUTURE_PARAM' in params);
    const given = (unlistedParams: boolean) =>
      Object.keys(givenParams(message?.params ?? {}, { ...world.switches, unlistedParams }));
    expect(given(false)).toEqual(['COMPONENT_ID', 'COMPONENT_PARAMS', 'CALL_ID']);
    expect(given(true)).toContain('FUTURE_PARAM');
  });
});

describe('task 60', () => {
  const messages = messagesOf(60);
  const repliedTo = messages.flatMap(({ params }) => ('REPLY_ID' in params ? [params['REPLY_ID']] : []));

  test('goes over nine days, with edits, likes and a quote', () => {
    expect(new Set(messages.map(({ date }) => date.slice(0, 10))).size).toBeGreaterThanOrEqual(9);
    expect(messages.filter(({ params }) => params['IS_EDITED'] === 'Y').length).toBeGreaterThan(3);
    expect(messages.filter(({ params }) => 'LIKE' in params).length).toBeGreaterThan(5);
    expect(messages.some(({ text }) => text.includes('-'.repeat(54)))).toBe(true);
  });

  test('has replies to messages that are near, more than a page of 50 away, and deleted', () => {
    const positions = repliedTo.map((id) => messages.findIndex((message) => message.id === id));
    expect(positions).not.toContain(-1);
    expect(positions).toContain(0);
    expect(messages.length).toBeGreaterThan(80);
    expect(positions.some((position) => messages[position]?.params['IS_DELETED'] === 'Y')).toBe(true);
    for (const message of messages.filter(({ params }) => 'REPLY_ID' in params)) {
      expect(Number(message.params['REPLY_ID'])).toBeLessThan(message.id);
    }
  });

  test('has files of every kind, several in one message, some without a text', () => {
    const shown = messages.filter(({ params }) => 'FILE_ID' in params);
    const files = shown.flatMap(({ params }) =>
      listOf(params['FILE_ID']).map((id) => world.files.get(Number(id))),
    );
    expect(files).not.toContain(undefined);
    expect(new Set(files.map((file) => file?.kind))).toEqual(new Set(['image', 'file', 'audio', 'video']));
    expect(files.map((file) => file?.extension)).toContain('');
    expect(shown.some(({ params }) => listOf(params['FILE_ID']).length > 1)).toBe(true);
    expect(shown.some(({ text }) => text === '')).toBe(true);
  });

  test('has results with and without a message, open and closed, of Anna and of others', () => {
    const results = [...world.results.values()].filter(({ taskId }) => taskId === 60);
    const made = results.filter(({ messageId }) => messageId !== null);
    expect(results.length - made.length).toBe(2);
    for (const { messageId, text } of made) {
      expect(messages.find(({ id }) => id === messageId)?.text).toBe(text);
    }
    expect(made.map(({ messageId }) => messageId)).toContain(messages[0]?.id);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['open', 'closed']));
    expect(new Set(results.map(({ authorId }) => authorId)).size).toBeGreaterThan(1);
    expect(world.nextId.result).toBeGreaterThan(Math.max(...world.results.keys()));
  });

  test('has 25 unread messages for Anna, more than the default page', () => {
    const position = chatOf(60).lastRead[1] ?? 0;
    expect(messages.filter(({ id, authorId }) => id > position && authorId !== 1)).toHaveLength(25);
  });
});

test('the other tasks: empty chat, no chat, without Anna, secret, long', () => {
  expect(messagesOf(52)).toEqual([]);
  expect(task(53).chatId).toBeNull();
  expect(chatOf(54).memberIds).not.toContain(1);
  expect(readers(54)).toEqual(expect.arrayContaining([1, 2, 6, 7, 8]));
  expect(readers(55)).toEqual([1]);
  expect(messagesOf(57)).toHaveLength(400);
  expect([...world.tasks.keys()].filter((id) => readers(id).includes(9))).toEqual([]);
});

test('task 56 holds every hostile text, as typed', () => {
  const typed = messagesOf(56).map((message) => message.typed);
  expect(typed).toEqual(expect.arrayContaining([...hostileTexts]));
  for (const place of [task(56).title, user(11).firstName, chatOf(56).color])
    expect(place).toContain('hostileRan');
});

test('PB 4.5: colleagues’ messages carry a UUID v4, the same after a reset; those of REST 3.0 and of others none', () => {
  const all = [...world.messages.values()].flat();
  const again = [...createWorld({ appUrl: 'http://127.0.0.1:5173/' }).messages.values()].flat();
  expect(again.map(({ uuid }) => uuid)).toEqual(all.map(({ uuid }) => uuid));
  const known = all.flatMap(({ uuid }) => uuid ?? []);
  expect(new Set(known).size).toBe(known.length);
  for (const uuid of known) expect(isKey(uuid)).toBe(true);
  const without = all.filter(({ uuid, authorId }) => uuid === null && authorId > 0);
  const byClients = without.filter(({ authorId }) => user(authorId).connectorId !== undefined);
  expect(byClients.length).toBeGreaterThan(4);
  expect(without.filter((message) => !byClients.includes(message)).map(({ typed }) => typed)).toEqual([
    'Смотрю. Спасибо!',
  ]);
  expect(all.some(({ uuid, authorId }) => uuid !== null && authorId === 0)).toBe(false);
});

test('a picture is drawn once, however many resets', () => {
  expect(makePng(320, 200)).toBe(makePng(320, 200));
  expect(makePng(320, 200)).not.toEqual(makePng(200, 320));
});

test('ids rise with time in every chat', () => {
  for (const messages of world.messages.values()) {
    const sorted = messages.toSorted((a, b) => a.id - b.id);
    expect(messages).toEqual(sorted);
    const times = messages.map((message) => Date.parse(message.date));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
});

test('everything points at something that exists', () => {
  for (const [chatId, messages] of world.messages) {
    expect(world.chats.has(chatId)).toBe(true);
    for (const { authorId } of messages) expect(authorId === 0 || world.users.has(authorId)).toBe(true);
  }
  for (const chat of world.chats.values())
    for (const id of chat.memberIds) expect(world.users.has(id)).toBe(true);
  for (const session of world.sessions.values()) {
    expect(world.chats.get(session.chatId)?.kind).toBe('lines');
    for (const link of session.crm) {
      expect(world.crm.some((entity) => entity.type === link.type && entity.id === link.id)).toBe(true);
    }
  }
});

describe('CRM cards', () => {
  const chats = (type: string, id: number) => [
    ...new Set(sessionsOf(world, { type, id }).map(({ chatId }) => chatId)),
  ];
  const states = (chatId: number) =>
    [...world.sessions.values()]
      .filter((session) => session.chatId === chatId)
      .map(({ status, operatorId }) => [status, operatorId]);

  test.each<[string, number, number[]]>([
    ['deal', 10, [106]],
    ['deal', 9, []],
    ['deal', 11, []],
    ['contact', 11, [108, 107]],
    ['company', 14, [109]],
    ['lead', 13, [110]],
    ['dynamic_128', 1, []],
  ])('%s %i has the chats %j', (type, id, ids) => {
    expect(world.crm.some((entity) => entity.type === type && entity.id === id)).toBe(true);
    expect(chats(type, id)).toEqual(ids);
  });

  test('states and operators: Anna’s after a closed one, a colleague’s, nobody’s, closed twice, a bot’s', () => {
    expect([106, 107, 108, 109, 110].map(states)).toEqual([
      [
        [60, 6],
        [25, 1],
      ],
      [[40, 7]],
      [[0, null]],
      [
        [60, 7],
        [60, 6],
      ],
      [[0, 31]],
    ]);
    expect(world.chats.get(109)).toMatchObject({ ownerId: 0, memberIds: [29] });
    expect(world.chats.get(106)?.memberIds).toEqual([26, 1, 31]);
  });

  test('chat 106: three unread, files, what became of messages, a session that begins in the middle', () => {
    const messages = world.messages.get(106) ?? [];
    const position = world.chats.get(106)?.lastRead[1] ?? 0;
    expect(messages.filter(({ id, authorId }) => id > position && authorId === 26)).toHaveLength(3);
    for (const key of ['FILE_ID', 'CONNECTOR_MID', 'IS_DELIVERED']) {
      expect(messages.some(({ params }) => key in params)).toBe(true);
    }
    const begins = world.sessions.get(407)?.firstMessageId;
    expect(messages.findIndex(({ id }) => id === begins)).toBeGreaterThan(3);
  });
});

test('a big chat is as big as asked for', () => {
  const big = createWorld({ appUrl: 'http://127.0.0.1:5173/', big: 2000 });
  expect(big.messages.get(67)).toHaveLength(2000);
  expect(big.messages.get(58)?.map((message) => message.id)).toEqual(
    messagesOf(51).map((message) => message.id),
  );
  expect(big.nextId.message).toBeGreaterThan(big.messages.get(67)?.at(-1)?.id ?? 0);
});
