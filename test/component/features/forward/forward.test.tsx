/** A client's message goes into a task: message, files and result, each once, and told when it does not. */
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createTask } from '../../../../src/portal/methods/taskList.ts';
import { openDelivery } from '../../../../src/sending/openDelivery.ts';
import { parseBb } from '../../../../src/text/bbcode.ts';
import { refusalWith } from '../../sending/attempts.ts';
import { anna, openPortal, type PortalState } from '../../sending/portal.ts';
import { violations } from '../../ui/axe.ts';
import type { Task } from '../../../portal/world/types.ts';
import { openDialog, row, show, step } from './stage.tsx';

const portal = await openPortal();
const client = 26;
const [deal, lineChat, oldTask, taskChat] = [10, 106, 61, 69];
const until = { timeout: 20_000 };

afterEach(() => portal.noFaults());

const worldOf = async () => (await portal.state()) as PortalState & { tasks: Task[] };

/** What the task's chat holds, and the results of the task, that was not there when this was called. */
async function watch(chatId = taskChat) {
  const before = await worldOf();
  const isNew = <Thing extends { id: number }>(known: Thing[]) => {
    const ids = new Set(known.map(({ id }) => id));
    return ({ id }: Thing) => !ids.has(id);
  };
  return async () => {
    const now = await worldOf();
    const messages = now.messages.filter(isNew(before.messages)).filter(({ authorId }) => authorId !== 0);
    const own = messages.filter((message) => message.chatId === chatId);
    const fileIds = new Set(own.flatMap(({ params }) => (params['FILE_ID'] as number[] | undefined) ?? []));
    return {
      texts: own.map(({ text }) => text).filter(Boolean),
      // Where a name is taken, the portal numbers the next.
      files: now.files.filter(({ id }) => fileIds.has(id)).map(({ name }) => name.replace(/ \(\d+\)/, '')),
      results: now.results.filter(isNew(before.results)).map(({ taskId }) => taskId),
      tasks: now.tasks.filter(isNew(before.tasks)),
      messages,
    };
  };
}

async function chat() {
  const own = portal.portalOf(anna);
  const messages = await show({
    portal: own,
    user: { id: anna, name: 'Anna Keller' },
    chatId: lineChat,
    entity: { type: 'deal', id: deal },
    clientId: client,
  });
  const withPicture = messages.find(({ authorId, fileIds }) => authorId === client && fileIds.length > 0);
  const withText = messages.findLast(({ authorId, text }) => authorId === client && text !== '');
  if (!withPicture || !withText) throw new Error('The seed has changed');
  return { withPicture: withPicture.id, withText: withText.id, messages, own };
}

type Shown = Awaited<ReturnType<typeof openDialog>>;
const forward = (dialog: Shown) => userEvent.click(dialog.getByRole('button', { name: 'Forward' }));
const chooseOld = async (dialog: Shown) =>
  userEvent.click(await dialog.findByRole('radio', { name: /first release of the shop/ }, until));
const allDone = () => screen.findByText(/^Everything is in/, {}, until);
const button = (name: string) => screen.findByRole('button', { name }, until);

describe('into a task of the card', () => {
  test('quote, file and result are there once; the end leads to the task', async () => {
    const { withPicture } = await chat();
    const added = await watch();
    const dialog = await openDialog(withPicture);
    await chooseOld(dialog);
    expect(dialog.getByRole('checkbox', { name: 'With the client’s files' })).toHaveProperty('checked', true);
    await userEvent.click(dialog.getByRole('checkbox', { name: 'As a result of the task' }));
    await userEvent.fill(dialog.getByRole('textbox', { name: 'Comment (optional)' }), 'As they want it');
    expect(await violations(screen.getByRole('dialog'))).toEqual([]);
    await forward(dialog);
    await allDone();
    expect(await violations(screen.getByRole('dialog'))).toEqual([]);
    const { texts, files, results, tasks } = await added();
    expect({ files, results, tasks }).toEqual({ files: ['shelf.png'], results: [oldTask], tasks: [] });
    expect(texts).toHaveLength(1);
    const [comment, quote, , link] = parseBb(texts[0] ?? '');
    expect(comment).toEqual({ type: 'text', text: 'As they want it' });
    expect(quote).toMatchObject({ author: 'Amira Haddad, WhatsApp', children: [{ text: '📎 shelf.png' }] });
    expect(link).toMatchObject({ address: expect.stringMatching(/\/crm\/deal\/details\/10\/$/) as string });
    const way = screen.getByRole('link', { name: /^Open the task/ });
    expect(way.getAttribute('href')).toMatch(/^http.+\/tasks\/task\/view\/61\/$/);
    expect(way.getAttribute('target')).toBe('_blank');
  });

  test('every answer is lost: still once each', async () => {
    const { withPicture } = await chat();
    const added = await watch();
    const lost = (method: string) =>
      ({ method, fault: 'drop-after', connection: 'fresh', times: 1 }) as const;
    await portal.faults(
      lost('tasks.task.chat.message.send'),
      lost('im.disk.file.commit'),
      lost('tasks.task.result.addfromchatmessage'),
    );
    const dialog = await openDialog(withPicture);
    await chooseOld(dialog);
    await userEvent.click(dialog.getByRole('checkbox', { name: 'As a result of the task' }));
    await forward(dialog);
    await allDone();
    const { texts, files, results } = await added();
    expect([texts.length, files, results]).toEqual([1, ['shelf.png'], [oldTask]]);
  });

  test('into a chat that cannot be read: it goes out, and that it becomes no result is said, once', async () => {
    const { withText } = await chat();
    const added = await watch();
    await portal.faults({ method: 'im.dialog.messages.get', ...refusalWith('ACCESS_ERROR', 403) });
    const dialog = await openDialog(withText);
    await chooseOld(dialog);
    await userEvent.click(dialog.getByRole('checkbox', { name: 'As a result of the task' }));
    await forward(dialog);
    const list = within(await screen.findByRole('list', { name: 'Steps' }));
    expect(await list.findByText(/so the message cannot be made a result/, {}, until)).toBeTruthy();
    expect(await step(/^Result/)).toMatch(/Not possible/);
    expect(list.queryByText(/did not become a result/)).toBeNull();
    const { texts, results } = await added();
    expect([texts.length, results]).toEqual([1, []]);
  });

  test('what the client writes mentions nobody', async () => {
    await portal.write({
      chatId: lineChat,
      authorId: client,
      typed: 'Hi [USER=1]x[/USER] &amp;#91;USER=2]y',
    });
    const { withText } = await chat();
    const added = await watch();
    const dialog = await openDialog(withText);
    await chooseOld(dialog);
    await forward(dialog);
    await allDone();
    const { texts } = await added();
    expect(texts[0]).toContain('Hi @');
    expect(texts[0]).not.toMatch(/\[user=/i);
  });
});

describe('a file', () => {
  test('that the portal does not copy is fetched and uploaded', async () => {
    const { withPicture } = await chat();
    const added = await watch();
    await portal.faults({ method: 'im.disk.file.commit', ...refusalWith('SAVE_ERROR') });
    const dialog = await openDialog(withPicture);
    await chooseOld(dialog);
    await forward(dialog);
    await allDone();
    expect((await added()).files).toEqual(['shelf.png']);
  });

  test('into a chat that takes none from this person: its content is not fetched for nothing', async () => {
    const { withPicture } = await chat();
    const fetched = async () => (await portal.requestsTo('im.v2.File.download')).length;
    const before = await fetched();
    await portal.faults({ method: 'im.disk.file.commit', ...refusalWith('ACCESS_ERROR') });
    const dialog = await openDialog(withPicture);
    await chooseOld(dialog);
    await forward(dialog);
    expect(await button('Send its link instead')).toBeTruthy();
    expect(await step(/^File/)).toContain('Failed');
    expect(await fetched()).toBe(before);
    await userEvent.click(await button('Forward once more'));
    expect(await screen.findByRole('searchbox', { name: 'Find another task' })).toBeTruthy();
  });

  test('that cannot be fetched either: says so, and its link takes its place', async () => {
    const { withPicture } = await chat();
    const added = await watch();
    await portal.faults(
      { method: 'im.disk.file.commit', ...refusalWith('SAVE_ERROR') },
      { method: 'im.v2.File.download', ...refusalWith('ACCESS_DENIED', 403) },
    );
    const dialog = await openDialog(withPicture);
    await chooseOld(dialog);
    await forward(dialog);
    await userEvent.click(await button('Send its link instead'));
    await allDone();
    const { texts, files } = await added();
    expect(files).toEqual([]);
    expect(texts[1]).toMatch(/^File of the client: \[URL=.+shelf\.png.*\]shelf\.png\[\/URL\]$/);
  });
});

describe('into a new task', () => {
  test('tied to the deal, with what the client wrote', async () => {
    const { withText } = await chat();
    const added = await watch();
    const dialog = await openDialog(withText);
    await userEvent.click(await dialog.findByRole('radio', { name: /^New task/ }));
    const title = dialog.getByRole('textbox', { name: 'Title of the new task' });
    expect((title as HTMLInputElement).value).not.toBe('');
    await userEvent.fill(title, ' ');
    await forward(dialog);
    expect(await dialog.findByText('Give the task a title')).toBeTruthy();
    await userEvent.fill(title, 'Shelves for Haddad');
    await forward(dialog);
    await allDone();
    const { tasks, messages } = await added();
    expect(tasks).toMatchObject([
      { title: 'Shelves for Haddad', responsibleId: anna, creatorId: anna, crmItemIds: ['D_10'] },
    ]);
    expect(tasks[0]?.description).toMatch(/^\[QUOTE\]\nAmira Haddad, WhatsApp, /);
    expect(messages.filter(({ chatId }) => chatId === tasks[0]?.chatId)).toHaveLength(1);
  });

  test('the answer is lost: it is found, and made once', async () => {
    const { withText } = await chat();
    const added = await watch();
    await portal.faults({ method: 'tasks.task.add', fault: 'drop-after', connection: 'fresh', times: 1 });
    const dialog = await openDialog(withText);
    await userEvent.click(await dialog.findByRole('radio', { name: /^New task/ }));
    await userEvent.fill(dialog.getByRole('textbox', { name: 'Title of the new task' }), 'Made once');
    await forward(dialog);
    await allDone();
    expect((await added()).tasks.map(({ title }) => title)).toEqual(['Made once']);
  });

  test('refused: why, nothing was made, and the way back to the form with all that was typed', async () => {
    const { withText } = await chat();
    const added = await watch();
    await portal.faults({ method: 'tasks.task.add', ...refusalWith('ACCESS_DENIED', 403) });
    const dialog = await openDialog(withText);
    await userEvent.click(await dialog.findByRole('radio', { name: /^New task/ }));
    await userEvent.fill(dialog.getByRole('textbox', { name: 'Comment (optional)' }), 'Keep me');
    await forward(dialog);
    expect(await screen.findByText(/^Bitrix24 does not let you do this/, {}, until)).toBeTruthy();
    expect(await step(/^New task/)).toContain('Failed');
    expect(await step(/^Message/)).toContain('Waits');
    await userEvent.click(await button('Choose another task'));
    const comment = await screen.findByRole('textbox', { name: 'Comment (optional)' });
    await expect.poll(() => (comment as HTMLTextAreaElement).value).toBe('Keep me');
    await userEvent.fill(comment, '');
    expect(await added()).toMatchObject({ tasks: [], texts: [] });
  });
});

test('notices of the portal are not offered it, what colleagues have written is', async () => {
  const { messages } = await chat();
  const offered = messages.filter(({ id }) => row(id).queryByRole('button', { name: 'To task' }));
  expect(new Set(offered.map(({ authorId }) => authorId))).toEqual(
    new Set(messages.map(({ authorId }) => authorId).filter((authorId) => authorId !== 0)),
  );
});

test('closed on the way: it goes on, and the message says what became of it', async () => {
  const { withText } = await chat();
  const added = await watch();
  await portal.faults({ method: 'tasks.task.chat.message.send', fault: 'delay', ms: 1_500, times: 1 });
  const dialog = await openDialog(withText);
  await chooseOld(dialog);
  await forward(dialog);
  await screen.findByText(/^On the way to/, {}, until);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(await row(withText).findByText(/^Forwarded to “Haddad/, {}, until)).toBeTruthy();
  expect((await added()).texts).toHaveLength(1);
});

test('another chat is opened on the way: it goes on, leaving the page is asked about, and the way back tells', async () => {
  const { withText } = await chat();
  const added = await watch();
  await portal.faults({ method: 'tasks.task.add', fault: 'delay', ms: 1_500, times: 1 });
  const dialog = await openDialog(withText);
  await userEvent.click(await dialog.findByRole('radio', { name: /^New task/ }));
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Title of the new task' }), 'Made elsewhere');
  await forward(dialog);
  await screen.findByText(/^The task is being made/, {}, until);
  await userEvent.keyboard('{Escape}');
  await userEvent.click(await button('Another chat'));
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  await expect.poll(async () => (await added()).tasks.length, until).toBe(1);
  const chatId = (await added()).tasks[0]?.chatId;
  await expect
    .poll(async () => (await added()).messages.filter((message) => message.chatId === chatId), until)
    .toHaveLength(1);
  await userEvent.click(await button('This chat'));
  expect(await row(withText).findByText('Forwarded to “Made elsewhere”', {}, until)).toBeTruthy();
});

test('the message is refused: another task can be chosen, and what was refused is not left behind', async () => {
  const { withPicture, own } = await chat();
  const added = await watch();
  await portal.faults({
    method: 'tasks.task.chat.message.send',
    ...refusalWith('ACCESSDENIEDEXCEPTION', 403),
    times: 1,
  });
  const dialog = await openDialog(withPicture);
  await chooseOld(dialog);
  await userEvent.click(dialog.getByRole('checkbox', { name: 'With the client’s files' }));
  await forward(dialog);
  await userEvent.click(await button('Choose another task'));
  const again = within(await screen.findByRole('dialog', { name: 'To task' }));
  await again.findByRole('radio', { name: /first release/, checked: true }, until);
  await forward(again);
  await allDone();
  expect((await added()).texts).toHaveLength(1);
  const { delivery } = openDelivery({ portal: own, userId: anna });
  await expect.poll(() => delivery.getOverview().unsent).toEqual([]);
});

test('what is chosen stays so when a newer task comes into the list', async () => {
  const { withText, own } = await chat();
  const dialog = await openDialog(withText);
  const proposed = await dialog.findByRole('radio', { checked: true }, until);
  const task = { title: 'Newer than all', description: '', responsibleId: anna };
  await createTask(own.rest, { ...task, entity: { type: 'deal', id: deal } });
  window.dispatchEvent(new Event('visibilitychange'));
  await dialog.findByRole('radio', { name: /Newer than all/ }, until);
  expect(proposed).toHaveProperty('checked', true);
});

test('by the keyboard: another task is found by its number and chosen; the comment outlives the dialog', async () => {
  const { withText } = await chat();
  let dialog = await openDialog(withText);
  await dialog.findByRole('radio', { name: /first release/ });
  await userEvent.fill(dialog.getByRole('searchbox', { name: 'Find another task' }), '52');
  await dialog.findByText(/found$/, {}, until);
  // What is shown yet was found for something else.
  await userEvent.keyboard('999999{Enter}');
  expect(dialog.queryByRole('radio', { name: /#52/, checked: true })).toBeNull();
  await userEvent.keyboard('{Backspace>6/}');
  await dialog.findByText(/^1 other task found$/, {}, until);
  await userEvent.keyboard('{ArrowDown}');
  const chosen = dialog.getByRole('radio', { name: /#52/ });
  expect([chosen, document.activeElement === chosen]).toMatchObject([{ checked: true }, true]);
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Comment (optional)' }), 'Later');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(row(withText).getByRole('button', { name: 'To task' }));
  dialog = await openDialog(withText);
  expect(await dialog.findByRole('radio', { name: /#52/ })).toHaveProperty('checked', true);
  const comment = within(screen.getByRole('dialog')).getByRole('textbox', { name: 'Comment (optional)' });
  await expect.poll(() => (comment as HTMLTextAreaElement).value).toBe('Later');
});
