/** Messages become results: by the action, as they are sent, several at once; once each, and told when they do not. */
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openDelivery } from '../../../../src/sending/openDelivery.ts';
import { refusalWith } from '../../sending/attempts.ts';
import { anna, liam, openPortal } from '../../sending/portal.ts';
import { violations } from '../../ui/axe.ts';
import { card, cards, focused, panel, row, show } from './stage.tsx';

const portal = await openPortal();
const marta = 2;
const method = 'tasks.task.result.addfromchatmessage';
const until = { timeout: 10_000 };

afterEach(() => portal.noFaults());

async function chatWith(...texts: string[]) {
  const { taskId, chatId } = await portal.newTask({ accompliceIds: [marta] });
  const ids: number[] = [];
  for (const text of texts) ids.push((await portal.say(chatId, marta, text)).message.id);
  const held = async () =>
    (await portal.state()).results
      .filter((result) => result.taskId === taskId)
      .map(({ messageId }) => messageId);
  const shown = { portal: portal.portalOf(anna), userId: anna, taskId, chatId };
  return { taskId, chatId, ids: ids as [number, number, number], held, shown };
}

const make = (messageId: number) => row(messageId).getByRole('button', { name: 'Make result' });
const badge = (messageId: number) => row(messageId).findByText('Result', {}, until);

describe('"Make result"', () => {
  test('marks the message, lists the result, and is offered no more; said aloud', async () => {
    const { ids, held, shown } = await chatWith('It works', 'Another');
    await show(shown);
    await panel().findByText('No results yet');
    await userEvent.click(make(ids[0]));
    await badge(ids[0]);
    expect((await card('It works')).getByText('You')).toBeTruthy();
    await expect.poll(() => screen.queryByText('Result added')?.closest('output')).toBeTruthy();
    expect(row(ids[0]).queryByRole('button', { name: 'Make result' })).toBeNull();
    expect(make(ids[1])).toBeTruthy();
    expect(await held()).toEqual([ids[0]]);
  });

  test('pressed twice at once, before delivery was loaded: one attempt', async () => {
    const { ids, held, shown } = await chatWith('Twice');
    const before = (await portal.requestsTo(method)).length;
    await show(shown);
    const button = make(ids[0]);
    button.click();
    button.click();
    await badge(ids[0]);
    await card('Twice');
    expect(await held()).toEqual([ids[0]]);
    expect((await portal.requestsTo(method)).length).toBe(before + 1);
  });

  test('somebody else was faster, and the list does not know it yet: no second one', async () => {
    const { ids, held, shown } = await chatWith('Made by Marta');
    await show(shown);
    await panel().findByText('No results yet');
    await portal.portalOf(marta).restApi(method, { fields: { messageId: ids[0] } });
    await userEvent.click(make(ids[0]));
    await badge(ids[0]);
    expect(await held()).toEqual([ids[0]]);
  });

  test('notices of the system and deleted messages are not offered it', async () => {
    const { chatId, ids, shown } = await chatWith('Plain');
    const [notice, deleted] = await portal.write(
      { chatId, authorId: 0, typed: 'Somebody joined' },
      { chatId, authorId: marta, typed: 'Gone', params: { IS_DELETED: 'Y' } },
    );
    await show(shown);
    expect(make(ids[0])).toBeTruthy();
    for (const id of [notice?.id ?? 0, deleted?.id ?? 0]) expect(row(id).queryByRole('button')).toBeNull();
  });

  test('refused: why, on the message; "Try again" makes it', async () => {
    const { ids, held, shown } = await chatWith('Refused at first');
    await portal.faults({ method, times: 1, ...refusalWith('ACCESSDENIEDEXCEPTION', 403) });
    await show(shown);
    await userEvent.click(make(ids[0]));
    expect(
      await row(ids[0]).findByText(/^Not made a result: Bitrix24 does not let you/, {}, until),
    ).toBeTruthy();
    expect(row(ids[0]).getByText('Refused at first')).toBeTruthy();
    expect(await violations(row(ids[0]).getByText('Refused at first'))).toEqual([]);
    await userEvent.click(row(ids[0]).getByRole('button', { name: 'Try again' }));
    await badge(ids[0]);
    expect(await held()).toEqual([ids[0]]);
    await expect.poll(focused).toBe('Messages');
  });

  test('refused and dismissed: nothing is left of it but the offer', async () => {
    const { ids, held, shown } = await chatWith('Not so important');
    await portal.faults({ method, times: 1, ...refusalWith('ACCESSDENIEDEXCEPTION', 403) });
    await show(shown);
    await userEvent.click(make(ids[0]));
    await userEvent.click(await row(ids[0]).findByRole('button', { name: 'Dismiss' }, until));
    await expect.poll(() => row(ids[0]).queryByRole('button', { name: 'Make result' })).toBeTruthy();
    expect(row(ids[0]).queryByText(/Not made/)).toBeNull();
    expect(await held()).toEqual([]);
  });

  test('refused, and dismissed in another page: no result, and offered again', async () => {
    const { ids, held, shown } = await chatWith('Refused everywhere');
    await portal.faults({ method, times: 1, ...refusalWith('ACCESSDENIEDEXCEPTION', 403) });
    const { desk } = await show(shown);
    await userEvent.click(make(ids[0]));
    await row(ids[0]).findByText(/^Not made a result/, {}, until);
    const [unsent] = desk().unsent;
    const otherPage = openDelivery({ portal: { ...shown.portal }, userId: anna }).delivery;
    onTestFinished(() => otherPage.stop());
    await otherPage.remove(unsent?.lane ?? '', unsent?.item.key ?? '');
    await expect.poll(() => row(ids[0]).queryByRole('button', { name: 'Make result' })).toBeTruthy();
    expect(row(ids[0]).queryByText('Result')).toBeNull();
    expect(await held()).toEqual([]);
  });

  test('the list could not be read after it: the mark goes with its result all the same', async () => {
    const { ids, taskId, shown } = await chatWith('Made and deleted');
    await portal.faults({ method, fault: 'delay', ms: 700 });
    await show(shown);
    await panel().findByText('No results yet');
    const before = (await portal.requestsTo(method)).length;
    await userEvent.click(make(ids[0]));
    await expect.poll(async () => (await portal.requestsTo(method)).length).toBe(before + 1);
    await portal.faults({
      method: 'tasks.task.result.list',
      ...refusalWith('INTERNAL_INTERNALEXCEPTION', 500),
    });
    await badge(ids[0]);
    await panel().findByText('The results may be out of date.', {}, until);
    const made = (await portal.state()).results.find((result) => result.taskId === taskId);
    await shown.portal.restApi('tasks.task.result.delete', { id: made?.id });
    await portal.noFaults();
    await expect.poll(() => row(ids[0]).queryByRole('button', { name: 'Make result' }), until).toBeTruthy();
    expect(row(ids[0]).queryByText('Result')).toBeNull();
  });

  test('the answer was lost: it is found among the results, and not made again', async () => {
    const { ids, held, shown } = await chatWith('Answer lost');
    await portal.faults({ method, times: 1, fault: 'drop-after', connection: 'fresh' });
    await show(shown);
    await userEvent.click(make(ids[0]));
    await badge(ids[0]);
    expect(await held()).toEqual([ids[0]]);
  });

  test('no answer and not there: it says what is being done, and can be looked for now', async () => {
    const { ids, shown } = await chatWith('Nowhere to be seen');
    await portal.faults({ method, times: 1, fault: 'drop-before', connection: 'fresh' });
    await show(shown);
    await userEvent.click(make(ids[0]));
    expect(await row(ids[0]).findByText(/Looking whether this became a result/, {}, until)).toBeTruthy();
    const lists = async () => (await portal.requestsTo('tasks.task.result.list')).length;
    const before = await lists();
    await userEvent.click(row(ids[0]).getByRole('button', { name: 'Check now' }));
    await expect.poll(lists).toBeGreaterThan(before);
    // Somebody who looks finds it as soon as it is there.
    await portal.portalOf(anna).restApi(method, { fields: { messageId: ids[0] } });
    await badge(ids[0]);
  });
});

describe('a person without a part in the task', () => {
  const dialog = () => within(screen.getByRole('dialog', { name: /somebody else’s task/ }));

  test('is told what it does to them, before the first one and not before the second', async () => {
    const { ids, held, shown } = await chatWith('First', 'Second');
    await show({ ...shown, isStranger: true });
    await userEvent.click(make(ids[0]));
    expect(dialog().getByText(/makes you an observer of it, and you become the author/)).toBeTruthy();
    await userEvent.click(dialog().getByRole('button', { name: 'Cancel' }));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    await expect.poll(focused).toBe('Make result');
    await userEvent.click(make(ids[0]));
    await userEvent.click(dialog().getByRole('button', { name: 'Make result' }));
    await badge(ids[0]);
    await userEvent.click(make(ids[1]));
    await badge(ids[1]);
    expect(await held()).toEqual([ids[0], ids[1]]);
  });
});

test('"Send as result": the message is seen in the chat, then it becomes a result, once', async () => {
  const { held, shown } = await chatWith('Before');
  const { desk } = await show(shown);
  await panel().findByText('No results yet');
  void desk().send('Sent as the result', { asResult: true });
  await card('Sent as the result');
  const { messages } = await portal.state();
  const sent = messages.find(({ text }) => text === 'Sent as the result');
  await badge(sent?.id ?? 0);
  expect(await held()).toEqual([sent?.id]);
});

test('the second step is refused: the message stays, with the second step offered again', async () => {
  const { chatId, held, shown } = await chatWith('Before');
  await portal.faults({ method, times: 1, ...refusalWith('ACCESSDENIEDEXCEPTION', 403) });
  const { desk } = await show(shown);
  void desk().send('A result in two steps', { asResult: true });
  const sent = await vi.waitUntil(
    async () => (await portal.heldIn(chatId)).find(({ text }) => text === 'A result in two steps'),
    until,
  );
  await screen.findByRole('article', { name: `Message ${sent.id}` }, until);
  expect(await row(sent.id).findByText(/^Not made a result/, {}, until)).toBeTruthy();
  await userEvent.click(row(sent.id).getByRole('button', { name: 'Try again' }));
  await badge(sent.id);
  expect(await held()).toEqual([sent.id]);
});

test('what needs the person stands first in the panel, leads to its message and can be tried again', async () => {
  const { ids, held, shown } = await chatWith('[B]Far[/B] up in the chat');
  await portal.faults({ method, times: 1, ...refusalWith('ACCESSDENIEDEXCEPTION', 403) });
  const { wentTo } = await show(shown);
  await userEvent.click(make(ids[0]));
  const list = within(await panel().findByRole('list', { name: 'Not results yet' }, until));
  await list.findByText(/^Not made a result: Bitrix24 does not let you/, {}, until);
  expect(list.getByText('Far up in the chat')).toBeTruthy();
  expect(panel().queryByText('No results yet')).toBeNull();
  expect(await violations(screen.getByRole('region', { name: 'Results' }))).toEqual([]);
  await userEvent.click(list.getByRole('button', { name: 'Show in chat' }));
  expect(wentTo).toEqual([ids[0]]);
  await userEvent.click(list.getByRole('button', { name: 'Try again' }));
  await badge(ids[0]);
  await expect.poll(() => panel().queryByRole('list', { name: 'Not results yet' })).toBeNull();
  expect(await held()).toEqual([ids[0]]);
});

describe('several at once', () => {
  const bar = () => within(screen.getByRole('region', { name: 'Chosen messages' }));
  const lines = () => bar().getAllByRole('listitem');
  const choose = () => userEvent.click(screen.getByRole('button', { name: 'Choose three' }));

  test('one after the other; what is one already is skipped, a refused one can be tried again', async () => {
    const { ids, held, shown } = await chatWith('One', 'Two', 'Three');
    await portal.portalOf(marta).restApi(method, { fields: { messageId: ids[1] } });
    // The notice of the result above is among the newest three, and is no work of anybody.
    const notices = (await portal.heldIn(shown.chatId)).filter(({ authorId }) => authorId === 0);
    expect(notices).toHaveLength(1);
    await portal.say(shown.chatId, marta, 'Four');
    await show(shown);
    await card('Two');
    await portal.faults({ method, times: 1, ...refusalWith('ACCESSDENIEDEXCEPTION', 403) });
    await choose();
    expect(bar().getByText('2 messages chosen')).toBeTruthy();
    await userEvent.click(bar().getByRole('button', { name: 'Make results' }));
    expect(await bar().findByText('1 result made, 1 not made', {}, until)).toBeTruthy();
    const [three, four] = lines();
    expect(three?.textContent).toMatch(/^Three.*Not made a result: Bitrix24 does not let you/);
    expect(four?.textContent).toMatch(/^Four.*Made a result/);
    await userEvent.click(within(three ?? document.body).getByRole('button', { name: 'Try again' }));
    expect(await bar().findByText('2 results made', {}, until)).toBeTruthy();
    expect(await violations(screen.getByRole('region', { name: 'Chosen messages' }))).toEqual([]);
    await userEvent.click(bar().getByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('region', { name: 'Chosen messages' })).toBeNull();
    expect((await held()).length).toBe(3);
  });

  test('each is asked once, and those that are results already not at all', async () => {
    const { ids, held, shown } = await chatWith('One', 'Two', 'Three');
    await show(shown);
    await panel().findByText('No results yet');
    await userEvent.click(make(ids[1]));
    await badge(ids[1]);
    const notice = (await portal.heldIn(shown.chatId)).filter(({ authorId }) => authorId === 0).length;
    expect(notice).toBe(1);
    const before = (await portal.requestsTo(method)).length;
    await choose();
    const start = bar().getByRole('button', { name: 'Make results' });
    start.click();
    start.click();
    expect(await bar().findByText(/already a result/, {}, until)).toBeTruthy();
    await bar().findByRole('button', { name: 'Done' }, until);
    const made = (await portal.requestsTo(method)).length - before;
    expect(await held()).toHaveLength(1 + made);
    expect(new Set(await held()).size).toBe(1 + made);
  });

  test('the whole list is read at the end, and not after each', async () => {
    const { held, shown } = await chatWith('One', 'Two', 'Three');
    await show(shown);
    await panel().findByText('No results yet');
    const lists = async () => (await portal.requestsTo('tasks.task.result.list')).length;
    const before = await lists();
    await choose();
    await userEvent.click(bar().getByRole('button', { name: 'Make results' }));
    expect(await bar().findByText('3 results made', {}, until)).toBeTruthy();
    await card('Three');
    expect(await held()).toHaveLength(3);
    // One a message, to see whether it is a result already; one of all; and one for notices that come late.
    expect(await lists()).toBeLessThanOrEqual(before + 5);
  });

  test('Escape gives up choosing; "Stop" leaves the rest as it is', async () => {
    const { held, shown } = await chatWith('One', 'Two', 'Three');
    await show(shown);
    await panel().findByText('No results yet');
    await choose();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('region', { name: 'Chosen messages' })).toBeNull();
    await portal.faults({ method, fault: 'delay', ms: 700 });
    await choose();
    await userEvent.click(bar().getByRole('button', { name: 'Make results' }));
    expect(await bar().findByText('0 of 3')).toBeTruthy();
    expect(bar().getByRole('progressbar', { name: 'Making results' })).toBeTruthy();
    await userEvent.click(bar().getByRole('button', { name: 'Stop' }));
    expect(await bar().findByText('1 result made, 2 not made', {}, until)).toBeTruthy();
    expect(lines().at(-1)?.textContent).toMatch(/^Three.*Not made: stopped before/);
    expect(await held()).toHaveLength(1);
  });
});

test('PB 2.2: whoever reads the task may make one of anybody’s message, and becomes its author', async () => {
  const { taskId, chatId } = await portal.newTask({ responsibleId: liam });
  const { message } = await portal.say(chatId, anna, 'Said by Anna');
  await show({ portal: portal.portalOf(liam), userId: liam, taskId, chatId });
  await userEvent.click(make(message.id));
  expect((await card('Said by Anna')).getByText('You')).toBeTruthy();
  expect(cards()).toHaveLength(1);
});
