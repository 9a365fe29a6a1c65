/** The readers of REST results on the documented samples (RF 2.7, 3.7, 3.9, 3.10, 5.3) and on what portals send too. */
import { describe, expect, test } from 'vitest';
import { PortalError } from '../../../src/portal/errors.ts';
import { readMessages } from '../../../src/portal/methods/dialogMessages.ts';
import { dialogOfChat, messagesCommand } from '../../../src/portal/methods/dialogs.ts';
import { readTask, taskCommand } from '../../../src/portal/methods/tasks.ts';
import { readProfile } from '../../../src/portal/methods/users.ts';

function expectMalformed(reading: () => unknown, place: string): void {
  let failure: unknown;
  try {
    reading();
  } catch (thrown) {
    failure = thrown;
  }
  expect(failure).toBeInstanceOf(PortalError);
  expect(failure).toMatchObject({
    kind: 'malformed',
    code: `UNEXPECTED_SHAPE at ${place}`,
    executed: 'unknown',
  });
}

describe('tasks.task.get (v2)', () => {
  const sample = {
    id: '8017',
    title: 'Website redesign',
    status: '3',
    deadline: '2026-11-28T19:00:00+03:00',
    chatId: 1489,
    createdBy: '503',
    responsibleId: '547',
    accomplices: ['11', 12],
    auditors: [],
    group: [],
    creator: { id: '503', name: 'Anna Keller', link: '/company/personal/user/503/', icon: '/a.png' },
    action: { accept: false, 'edit.plan': true },
  };
  const read = {
    id: 8017,
    title: 'Website redesign',
    status: 'InProgress',
    deadline: '2026-11-28T19:00:00+03:00',
    chatId: 1489,
    participantIds: [503, 547, 11, 12],
  };

  test('the sample', () => {
    expect(readTask({ task: sample })).toEqual(read);
  });

  test('numbers for strings and strings for numbers', () => {
    expect(readTask({ task: { ...sample, id: 8017, status: 3, chatId: '1489' } })).toMatchObject(read);
  });

  test.each([[[]], [{ task: [] }]])('%j: not there, or not for this person', (result) => {
    expect(readTask(result)).toBeNull();
  });

  const states: Array<[sent: unknown, status: string]> = [
    ['1', 'Pending'],
    ['2', 'Pending'],
    ['4', 'SupposedlyCompleted'],
    ['5', 'Completed'],
    ['6', 'Deferred'],
    ['7', 'Declined'],
    [-1, 'Unknown'],
    ['constructor', 'Unknown'],
    [undefined, 'Unknown'],
  ];
  test.each(states)('status %j is "%s"', (status, expected) => {
    expect(readTask({ task: { ...sample, status } })?.status).toBe(expected);
  });

  test('only the id', () => {
    expect(readTask({ task: { id: '7' } })).toMatchObject({
      id: 7,
      title: '',
      status: 'Unknown',
      deadline: null,
      chatId: null,
      participantIds: null,
    });
  });

  test.each([null, {}, 'x', [{}]])(
    'accomplices %j: nobody knows who takes part, the rest is read',
    (accomplices) => {
      expect(readTask({ task: { ...sample, accomplices } })).toEqual({ ...read, participantIds: null });
    },
  );

  test.each([null, {}, false])('title, status and deadline %j: shown without', (nothing) => {
    const odd = { ...sample, title: nothing, status: nothing, deadline: nothing };
    expect(readTask({ task: odd })).toMatchObject({ id: 8017, title: '', status: 'Unknown', deadline: null });
  });

  test.each([null, 0, '0', undefined])('chatId %j: no chat yet', (chatId) => {
    expect(readTask({ task: { ...sample, chatId } })?.chatId).toBeNull();
  });

  test.each(['', null])('deadline %j: none', (deadline) => {
    expect(readTask({ task: { ...sample, deadline } })?.deadline).toBeNull();
  });

  test.each([
    [null, 'result'],
    ['yes', 'result'],
    [{}, 'task'],
    [{ task: null }, 'task'],
    [{ task: { title: 'without id' } }, 'task'],
    [{ task: { ...sample, id: 'abc' } }, 'task'],
    [{ task: { ...sample, chatId: '58abc' } }, 'task'],
  ])('%j is malformed at %s', (result, place) => {
    expectMalformed(() => readTask(result), place);
  });

  test('the command asks by id', () => {
    expect(taskCommand(51)).toMatchObject({ method: 'tasks.task.get', parameters: { taskId: 51 } });
  });
});

describe('profile', () => {
  test('the sample', () => {
    const sample = {
      ID: '1',
      ADMIN: true,
      NAME: 'Anna',
      LAST_NAME: 'Keller',
      PERSONAL_GENDER: 'F',
      TIME_ZONE: '',
    };
    expect(readProfile(sample)).toEqual({ id: 1, name: 'Anna Keller' });
  });

  test('a number, and no names', () => {
    expect(readProfile({ ID: 7 })).toEqual({ id: 7, name: '' });
  });

  test('one name is not padded', () => {
    expect(readProfile({ ID: '7', LAST_NAME: 'Keller' }).name).toBe('Keller');
  });

  test.each([
    [[], 'ID'],
    [{}, 'ID'],
    [null, 'result'],
    [{ ID: '' }, 'ID'],
  ])('%j is malformed', (result, place) => {
    expectMalformed(() => readProfile(result), place);
  });
});

const message = {
  id: 84877,
  chat_id: 1489,
  author_id: 503,
  date: '2026-03-04T09:43:26+03:00',
  text: 'See [URL]https://x.y[/URL]',
  unread: false,
  uuid: '0c42d8f1-6f0b-4f7e-9d55-0d5f5d2f7a10',
  replaces: [],
  params: { LIKE: [547] },
  disappearing_date: null,
};
const system = {
  ...message,
  id: 84869,
  author_id: 0,
  uuid: null,
  params: { CODE: ['CHAT_JOIN'], NOTIFY: 'N' },
  text: '[USER=503 REPLACE]Anna[/USER] invited …',
};
const user = {
  id: 503,
  active: true,
  name: 'Anna Keller',
  color: '#df532d',
  avatar: '',
  gender: 'F',
  phones: false,
  bot_data: null,
  type: 'user',
};
const file = {
  id: 5249,
  chatId: 1489,
  date: '2026-03-04T09:43:26+03:00',
  type: 'image',
  name: 'Start page.png',
  extension: 'png',
  size: 51_200,
  image: { height: 600, width: 800 },
  status: 'done',
  progress: 100,
  authorId: 503,
  authorName: 'Anna Keller',
  urlPreview: 'https://p.example/preview',
  urlShow: 'https://p.example/show',
  urlDownload: 'https://p.example/download',
};
const page = (messages: unknown[], more: object = {}) =>
  readMessages({ chat_id: 1489, messages, users: [], files: [], ...more });
const first = (row: unknown) => page([row]).messages[0];

describe('im.dialog.messages.get', () => {
  test('the sample, ascending', () => {
    const read = page([message, system], { users: [user], files: [file] });
    expect(read.rowCount).toBe(2);
    expect(read.messages).toEqual([
      {
        id: 84869,
        authorId: 0,
        date: message.date,
        text: system.text,
        uuid: null,
        fileIds: [],
        isEdited: false,
        isDeleted: false,
        likedBy: [],
        isUnread: false,
        replyTo: null,
        attaches: [],
        keyboard: [],
        isUnreadable: false,
      },
      expect.objectContaining({
        id: 84877,
        authorId: 503,
        uuid: message.uuid,
        likedBy: [547],
        isUnreadable: false,
      }),
    ]);
    expect(read.people).toEqual([{ id: 503, name: 'Anna Keller', color: '#df532d', avatarUrl: null }]);
    expect(read.files).toEqual([
      {
        id: 5249,
        name: 'Start page.png',
        size: 51_200,
        kind: 'image',
        url: 'https://p.example/show',
        previewUrl: 'https://p.example/preview',
        image: { width: 800, height: 600 },
      },
    ]);
  });

  test('an empty chat', () => {
    expect(page([])).toEqual({ messages: [], people: [], files: [], rowCount: 0 });
  });

  test('params: marks of every kind', () => {
    const params = {
      FILE_ID: [11, '12'],
      LIKE: [1, 2, 3],
      IS_EDITED: 'Y',
      IS_DELETED: 'Y',
      ATTACH: [{ ID: '1' }],
    };
    expect(first({ ...message, params })).toMatchObject({
      fileIds: [11, 12],
      likedBy: [1, 2, 3],
      isEdited: true,
      isDeleted: true,
      attaches: [{}],
    });
  });

  test.each([[[]], [{}], [undefined], [null], ['']])(
    'params %j: no marks, and the text is read',
    (params) => {
      expect(first({ ...message, params })).toMatchObject({
        text: message.text,
        likedBy: [],
        isUnreadable: false,
      });
    },
  );

  test('a single id instead of a list', () => {
    expect(first({ ...message, params: { FILE_ID: '11' } })?.fileIds).toEqual([11]);
  });

  test('strings for numbers', () => {
    expect(first({ ...message, id: '84877', author_id: '503' })).toMatchObject({ id: 84877, authorId: 503 });
  });

  test.each([null, undefined])('text %j is empty', (text) => {
    expect(first({ ...message, text })).toMatchObject({ text: '', isUnreadable: false });
  });

  test.each(['', null, undefined])('uuid %j is none', (uuid) => {
    expect(first({ ...message, uuid })?.uuid).toBeNull();
  });

  test.each([
    ['a date that is none', { ...message, date: 'yesterday' }],
    ['no date', { ...message, date: undefined }],
    ['a text that is an object', { ...message, text: {} }],
    ['an author without a number', { ...message, author_id: {} }],
  ])('%s: a row of its own that says so', (_what, row) => {
    const read = page([message, { ...row, id: 84878 }]);
    expect(read.messages.map(({ id, isUnreadable }) => [id, isUnreadable])).toEqual([
      [84877, false],
      [84878, true],
    ]);
    expect(read.messages[1]?.text).toBe('');
  });

  test.each([[null], ['row'], [[]], [{ text: 'no id' }], [{ ...message, id: 'x' }]])(
    'a row without an id (%j) is left out, and counted',
    (row) => {
      const read = page([row, message]);
      expect(read.messages.map(({ id }) => id)).toEqual([84877]);
      expect(read.rowCount).toBe(2);
    },
  );

  test.each([undefined, null, {}, ''])('people and files %j: none', (nothing) => {
    const read = page([message], { users: nothing, files: nothing });
    expect(read).toMatchObject({ people: [], files: [] });
    expect(read.messages).toHaveLength(1);
  });

  test('a bad person or file spoils only itself', () => {
    const read = page([message], { users: [null, { name: 'x' }, user], files: ['x', {}, file] });
    expect(read.people.map(({ id }) => id)).toEqual([503]);
    expect(read.files.map(({ id }) => id)).toEqual([5249]);
  });

  test('a person with little to say', () => {
    expect(page([], { users: [{ id: '7', name: null, color: 'red;}', avatar: false }] }).people).toEqual([
      { id: 7, name: '', color: null, avatarUrl: null },
    ]);
  });

  test('a file with little to say', () => {
    const bare = { id: 1, image: false, type: 'hologram', size: 'big', urlDownload: '/download' };
    expect(page([], { files: [bare] }).files).toEqual([
      { id: 1, name: '', size: 0, kind: 'file', url: '/download', previewUrl: null, image: null },
    ]);
  });

  test.each([
    [[], 'messages'],
    [null, 'result'],
    [{}, 'messages'],
    [{ messages: {} }, 'messages'],
    [false, 'result'],
  ])('%j is malformed', (result, place) => {
    expectMalformed(() => readMessages(result), place);
  });

  test('the newest page is asked for with LAST_ID 0', () => {
    expect(messagesCommand(dialogOfChat(58)).parameters).toEqual({
      DIALOG_ID: 'chat58',
      LAST_ID: 0,
      LIMIT: 50,
    });
    expect(messagesCommand(dialogOfChat('58'), 84_869).parameters).toMatchObject({ LAST_ID: 84_869 });
  });
});
