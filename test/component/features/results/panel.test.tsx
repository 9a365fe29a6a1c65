/** The panel "Results" on the local portal: what it shows, and what can be done with what is there. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { newKey } from '../../../../src/delivery/item.ts';
import { textLimit } from '../../../../src/portal/textLimit.ts';
import { violations } from '../../ui/axe.ts';
import { refusalWith } from '../../sending/attempts.ts';
import { anna, openPortal } from '../../sending/portal.ts';
import { card, cards, focused, panel, row, show } from './stage.tsx';

const portal = await openPortal();
const marta = 2;
const pavel = 5;
const list = 'tasks.task.result.list';

afterEach(() => portal.noFaults());

const catalogue = (userId: number) => ({ portal: portal.portalOf(userId), userId, taskId: 60, chatId: 68 });
const button = (name: string) => ({ name });
const until = { timeout: 10_000 };

/** A task of its own, with results of these texts that Marta has made; the last one is the newest. */
async function taskWith(...texts: string[]) {
  const { taskId, chatId } = await portal.newTask({ accompliceIds: [marta] });
  const martas = portal.portalOf(marta);
  const ids: number[] = [];
  for (const text of texts) {
    const { message } = await portal.say(chatId, marta, text);
    await martas.restApi('tasks.task.result.addfromchatmessage', { fields: { messageId: message.id } });
    ids.push(message.id);
  }
  const shown = (userId = marta) => ({ portal: portal.portalOf(userId), userId, taskId, chatId });
  const held = async () => (await portal.state()).results.filter((result) => result.taskId === taskId);
  return { taskId, chatId, ids, shown, held };
}

describe('shows', () => {
  test('all results, newest first, those of the older card too: who, when, how it stands', async () => {
    await show(catalogue(anna));
    await expect.poll(() => cards().length).toBe(5);
    expect(cards().map((one) => one.textContent)).toEqual([
      expect.stringContaining('The printer has all pages.'),
      expect.stringContaining('Cover: 250 g, matt.'),
      expect.stringContaining('Пробные страницы'),
      expect.stringContaining('Формат согласован'),
      expect.stringContaining('Druckhaus Süd'),
    ]);
    const [newest, own, , edited, older] = cards().map((one) => one.textContent);
    expect(newest).toMatch(/Marta Olsen.*open/);
    expect(own).toMatch(/You.*open/);
    expect(edited).toMatch(/You.*edited.*closed.*Written in the task card/);
    // PB 2.2: told by the list, not by the part of the chat that is loaded.
    expect(older).toMatch(/Павел Громов.*closed.*Written in the task card/);
    expect(older).not.toMatch(/edited/);
    expect(panel().getByRole('heading', { name: /^Results\s*5$/ })).toBeTruthy();
    expect(await violations(screen.getByRole('region', { name: 'Results' }))).toEqual([]);
  });

  test('"Show in chat" leads to the message, however old; what has none does not offer it', async () => {
    const { wentTo } = await show(catalogue(anna));
    const oldest = await card('Пробные страницы 1–8 готовы, смотрите.');
    await userEvent.click(oldest.getByRole('button', button('Show in chat')));
    const { results } = await portal.state();
    await expect.poll(() => wentTo).toEqual([results.find(({ id }) => id === 13)?.messageId]);
    const withoutMessage = await card('Формат согласован: A4, 60 страниц.');
    expect(withoutMessage.queryByRole('button', button('Show in chat'))).toBeNull();
  });

  test('PB 2.2: what may be done, by the rights: an admin deletes any and edits none but their own', async () => {
    const offered = async (words: string) =>
      (await card(words)).getAllByRole('button').map(({ textContent }) => textContent);
    await show(catalogue(anna));
    expect(await offered('The printer has all pages.')).toEqual(['Show in chat', 'Delete']);
    expect(await offered('Cover: 250 g, matt. Inside: 115 g.')).toEqual(['Show in chat', 'Edit', 'Delete']);
  });

  test('to one who made none of them nothing but the way to the message', async () => {
    await show(catalogue(pavel));
    const printed = await card('The printer has all pages.');
    expect(printed.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Show in chat']);
  });

  test('a hostile text as text', async () => {
    const hostile = '<img src=x onerror="window.hostileRan=1">[URL=javascript:alert(1)]go[/URL]';
    const { shown } = await taskWith(hostile);
    await show(shown());
    await expect.poll(() => cards()[0]?.textContent).toContain('<img');
    const [only] = cards();
    expect(only?.querySelector('img')).toBeNull();
    expect(
      [...(only?.querySelectorAll('a') ?? [])].filter(({ protocol }) => !protocol.startsWith('http')),
    ).toEqual([]);
    expect(Reflect.get(window, 'hostileRan')).toBeUndefined();
  });

  test('the files of a message that is loaded; of another their number', async () => {
    const { taskId, chatId, shown } = await taskWith();
    const files = (await portal.state()).files.slice(0, 2).map(({ id }) => id);
    const [message] = await portal.write({
      chatId,
      authorId: marta,
      typed: 'Two files',
      params: { FILE_ID: files },
    });
    await portal
      .portalOf(marta)
      .restApi('tasks.task.result.addfromchatmessage', { fields: { messageId: message?.id } });
    await show(shown());
    await expect.poll(() => cards()[0]?.querySelectorAll('a').length).toBe(2);
    const later = Array.from({ length: 60 }, (_, at) => ({ chatId, authorId: marta, typed: `Later ${at}` }));
    await portal.write(...later);
    cleanup();
    await show({ portal: portal.portalOf(marta), userId: marta, taskId, chatId });
    expect(await panel().findByText('2 files, shown in Bitrix24')).toBeTruthy();
    expect(cards()[0]?.querySelector('a')).toBeNull();
  });

  test('a long one folded, until it is asked for or the focus is in its hidden part', async () => {
    const { shown } = await taskWith(`${'A line.\n'.repeat(40)}https://example.com/end`);
    await show(shown());
    const all = await panel().findByRole('button', button('Show all'));
    const folded = cards()[0]?.getBoundingClientRect().height ?? 0;
    await userEvent.click(all);
    await expect.poll(() => all.textContent).toBe('Show less');
    expect(all.getAttribute('aria-expanded')).toBe('true');
    expect(cards()[0]?.getBoundingClientRect().height).toBeGreaterThan(folded * 2);
    await userEvent.click(all);
    await expect.poll(() => all.textContent).toBe('Show all');
    cards()[0]?.querySelector('a')?.focus();
    await expect.poll(() => all.textContent).toBe('Show less');
  });

  test('none: how to make one, and whose it will be', async () => {
    const { shown } = await taskWith();
    await show({ ...shown(anna), isStranger: true });
    expect(await panel().findByText('No results yet')).toBeTruthy();
    expect(panel().getByText(/choose “Make result”/)).toBeTruthy();
    expect(panel().getByText(/is the author of that result.*makes you an observer/)).toBeTruthy();
  });
});

test('who may not read the chat is not told of buttons that are not there', async () => {
  const { shown } = await taskWith();
  await show({ ...shown(anna), canRead: false });
  expect(await panel().findByText(/make them in Bitrix24/)).toBeTruthy();
  expect(panel().queryByText(/“Make result”|Who makes a message a result/)).toBeNull();
});

describe('a list that is refused', () => {
  const kinds: ReadonlyArray<[string, ReturnType<typeof refusalWith>, RegExp]> = [
    ['scope', refusalWith('INSUFFICIENTSCOPEEXCEPTION', 403), /permission “tasks”/],
    ['rights', refusalWith('ACCESSDENIEDEXCEPTION', 403), /does not let you do this/],
    ['method', refusalWith('METHODNOTFOUNDEXCEPTION', 404), /keeps its results to itself/],
  ];
  test.each(kinds)('%s: the panel says why, and no message can be made one', async (_name, rule, words) => {
    const { chatId, shown } = await taskWith();
    const { message } = await portal.say(chatId, marta, 'A message');
    await portal.faults({ method: list, ...rule });
    await show(shown());
    expect(await panel().findByText(words)).toBeTruthy();
    expect(row(message.id).queryByRole('button', button('Make result'))).toBeNull();
  });

  test('for a while: "Try again" brings it', async () => {
    const { shown } = await taskWith('The first');
    await portal.faults({ method: list, ...refusalWith('INTERNAL_INTERNALEXCEPTION', 500) });
    await show(shown());
    const again = await panel().findByRole('button', button('Try again'), until);
    await portal.noFaults();
    await userEvent.click(again);
    await card('The first');
    expect(panel().queryByText('The results could not be loaded')).toBeNull();
  });
});

describe('"Edit"', () => {
  const field = () => panel().getByRole('textbox', { name: 'Text of the result' });
  async function editing(text: string) {
    const task = await taskWith('Untouched', text);
    await show(task.shown());
    await userEvent.click((await card(text)).getByRole('button', button('Edit')));
    await expect.poll(() => document.activeElement).toBe(field());
    return task;
  }

  test('"Save" writes it; the message stays as it is, and the focus goes back', async () => {
    const { ids, held } = await editing('First [B]draft[/B]'.replace(/\[\/?B\]/g, ''));
    await userEvent.fill(field(), ' Second [B]draft[/B] ');
    await userEvent.click(panel().getByRole('button', button('Save')));
    const saved = await card('draft');
    await expect.poll(focused).toBe('Edit');
    await expect
      .poll(async () => (await held()).map(({ text }) => text))
      .toEqual(['Untouched', 'Second [B]draft[/B]']);
    expect(saved.getByRole('button', button('Show in chat'))).toBeTruthy();
    expect(row(ids[1] ?? 0).getByText('First draft')).toBeTruthy();
  });

  test('Escape puts it aside, and does not close the panel; "Cancel" gives it up', async () => {
    const { held } = await editing('Given up');
    await userEvent.fill(field(), 'Something else');
    await userEvent.keyboard('{Escape}');
    const again = await card('Given up');
    await expect.poll(focused).toBe('Edit');
    expect(again.getByText(/^Your changes are not saved/)).toBeTruthy();
    await userEvent.click(again.getByRole('button', button('Edit')));
    expect((field() as HTMLTextAreaElement).value).toBe('Something else');
    await userEvent.click(panel().getByRole('button', button('Cancel')));
    await userEvent.click((await card('Given up')).getByRole('button', button('Edit')));
    expect((field() as HTMLTextAreaElement).value).toBe('Given up');
    await userEvent.keyboard('{Escape}');
    await card('Given up');
    expect(panel().queryByText(/^Your changes are not saved/)).toBeNull();
    expect((await held()).map(({ text }) => text)).toEqual(['Untouched', 'Given up']);
  });

  test('a failure is told beside it, the text stays, and saving again works', async () => {
    const { held } = await editing('Before');
    await portal.faults({
      method: 'tasks.task.result.update',
      times: 1,
      connection: 'fresh',
      fault: 'drop-before',
    });
    await userEvent.fill(field(), 'After');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect((await panel().findByRole('alert')).textContent).toMatch(
      /^It is unclear whether this was saved: The portal cannot be reached.*does no harm/,
    );
    expect((field() as HTMLTextAreaElement).value).toBe('After');
    await userEvent.click(panel().getByRole('button', button('Save')));
    await card('After');
    expect((await held()).map(({ text }) => text)).toEqual(['Untouched', 'After']);
  });

  test('the answer was lost: the list shows that it was saved, and the field closes', async () => {
    const { held } = await editing('Before');
    await portal.faults({
      method: 'tasks.task.result.update',
      times: 1,
      connection: 'fresh',
      fault: 'drop-after',
    });
    await userEvent.fill(field(), 'Saved unseen');
    await userEvent.click(panel().getByRole('button', button('Save')));
    await card('Saved unseen');
    await expect.poll(() => panel().queryByRole('textbox')).toBeNull();
    await expect.poll(focused).toBe('Edit');
    expect((await held()).map(({ text }) => text)).toEqual(['Untouched', 'Saved unseen']);
  });

  test('a refusal is told as one', async () => {
    await editing('Before');
    await portal.faults({
      method: 'tasks.task.result.update',
      times: 1,
      ...refusalWith('ACCESSDENIEDEXCEPTION', 403),
    });
    await userEvent.fill(field(), 'After');
    await userEvent.click(panel().getByRole('button', button('Save')));
    expect((await panel().findByRole('alert')).textContent).toMatch(/^Not saved: Bitrix24 does not let you/);
  });

  test('what is typed survives the panel', async () => {
    await editing('Short');
    await userEvent.fill(field(), 'Half a thou');
    await userEvent.click(panel().getByRole('button', button('Close')));
    await userEvent.click(screen.getByRole('button', button('Open results')));
    expect((field() as HTMLTextAreaElement).value).toBe('Half a thou');
  });

  test('what is typed survives the window; what was changed elsewhere since is not overwritten unasked', async () => {
    const { held, shown } = await taskWith('Untouched', 'Begun here');
    const memberId = newKey();
    const openWindow = () => show({ ...shown(), portal: { ...portal.portalOf(marta), memberId } });
    await openWindow();
    await userEvent.click((await card('Begun here')).getByRole('button', button('Edit')));
    await userEvent.fill(field(), 'Half a thou');
    cleanup();
    const begun = (await held()).find(({ text }) => text === 'Begun here');
    const elsewhere = { id: begun?.id, fields: { text: 'Changed elsewhere' } };
    await portal.portalOf(marta).restApi('tasks.task.result.update', elsewhere);
    await openWindow();
    const changed = await card('Changed elsewhere');
    expect(await changed.findByText(/^Your changes are not saved/, {}, until)).toBeTruthy();
    await userEvent.click(changed.getByRole('button', button('Edit')));
    expect((field() as HTMLTextAreaElement).value).toBe('Half a thou');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const alert = await panel().findByRole('alert');
    expect(alert.textContent).toMatch(/^This result was changed meanwhile.*It now says: “Changed elsewhere”/);
    expect(await violations(alert)).toEqual([]);
    expect((await held()).map(({ text }) => text)).toEqual(['Untouched', 'Changed elsewhere']);
    await userEvent.click(panel().getByRole('button', button('Take the new text')));
    expect((field() as HTMLTextAreaElement).value).toBe('Changed elsewhere');
    await userEvent.click(panel().getByRole('button', button('Swap the texts')));
    expect((field() as HTMLTextAreaElement).value).toBe('Half a thou');
    await portal.portalOf(marta).restApi('tasks.task.result.update', {
      ...elsewhere,
      fields: { text: 'Changed again' },
    });
    await userEvent.click(panel().getByRole('button', button('Save')));
    await panel().findByText(/It now says: “Changed again”/);
    await userEvent.click(panel().getByRole('button', button('Save mine anyway')));
    await card('Half a thou');
    expect((await held()).map(({ text }) => text)).toEqual(['Untouched', 'Half a thou']);
    cleanup();
    await openWindow();
    await card('Half a thou');
    expect(panel().queryByText(/^Your changes are not saved/)).toBeNull();
  });

  test('what is typed survives the result, which an admin deletes meanwhile', async () => {
    const { held } = await editing('Soon gone');
    await userEvent.fill(field(), 'Long considered');
    const doomed = (await held()).find(({ text }) => text === 'Soon gone');
    await portal.portalOf(anna).restApi('tasks.task.result.delete', { id: doomed?.id });
    expect(await panel().findByText(/was deleted while you were changing it/, {}, until)).toBeTruthy();
    expect((field() as HTMLTextAreaElement).value).toBe('Long considered');
    await userEvent.click(panel().getByRole('button', button('Dismiss')));
    expect(panel().queryByRole('textbox')).toBeNull();
  });

  test('nothing and too much are said, not sent', async () => {
    const { held } = await editing('As it was');
    const save = panel().getByRole('button', button('Save'));
    await userEvent.fill(field(), '  ');
    await userEvent.click(save);
    expect(await panel().findByText('Write something first')).toBeTruthy();
    await userEvent.fill(field(), 'x'.repeat(textLimit + 3));
    expect(await panel().findByText(/^3 characters too many/)).toBeTruthy();
    await userEvent.click(save);
    await expect.poll(() => document.activeElement).toBe(field());
    expect((await held()).map(({ text }) => text)).toEqual(['Untouched', 'As it was']);
  });
});

describe('"Delete"', () => {
  const dialog = () => within(screen.getByRole('dialog', { name: 'Delete this result?' }));
  const press = async (words: string) =>
    userEvent.click((await card(words)).getByRole('button', button('Delete')));

  test('asks first, and says that the message stays; then it is gone, and the focus is on its neighbour', async () => {
    const { ids, held, shown } = await taskWith('One', 'Two', 'Three');
    await show(shown());
    await press('Two');
    expect(dialog().getByText(/The message itself stays in the chat/)).toBeTruthy();
    await userEvent.click(dialog().getByRole('button', button('Delete')));
    await waitFor(() => expect(panel().queryByText('Two')).toBeNull(), until);
    await expect.poll(focused).toMatch(/^Result by You/);
    expect(document.activeElement?.textContent).toContain('One');
    expect((await held()).map(({ text }) => text)).toEqual(['One', 'Three']);
    expect(row(ids[1] ?? 0).getByText('Two')).toBeTruthy();
    expect(await row(ids[1] ?? 0).findByRole('button', button('Make result'))).toBeTruthy();
  });

  test('Escape leaves it, and the panel open, the focus where it was', async () => {
    const { held, shown } = await taskWith('Stays');
    await show(shown());
    await press('Stays');
    dialog();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    await expect.poll(focused).toBe('Delete');
    expect(await held()).toHaveLength(1);
  });

  test('a failure is told in the dialog; deleting again works', async () => {
    const { held, shown } = await taskWith('Hard to delete');
    await portal.faults({
      method: 'tasks.task.result.delete',
      times: 1,
      ...refusalWith('ACCESSDENIEDEXCEPTION', 403),
    });
    await show(shown());
    await press('Hard to delete');
    await userEvent.click(dialog().getByRole('button', button('Delete')));
    expect((await dialog().findByRole('alert')).textContent).toMatch(
      /^Not deleted: Bitrix24 does not let you/,
    );
    expect(await held()).toHaveLength(1);
    await userEvent.click(dialog().getByRole('button', button('Delete')));
    await expect.poll(held).toEqual([]);
    await panel().findByText('No results yet');
  });

  test('an answer that was lost: the list shows that it is gone, and the dialog goes with it', async () => {
    const { held, shown } = await taskWith('Lost');
    await portal.faults({
      method: 'tasks.task.result.delete',
      times: 1,
      connection: 'fresh',
      fault: 'drop-after',
    });
    await show(shown());
    await press('Lost');
    await userEvent.click(dialog().getByRole('button', button('Delete')));
    await panel().findByText('No results yet', {}, until);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await held()).toEqual([]);
  });
});

test('a result of somebody else comes with the notice in the chat, and is announced', async () => {
  const { taskId, shown } = await taskWith('Known');
  await show(shown());
  await card('Known');
  await portal
    .portalOf(anna)
    .restApi('tasks.task.result.add', { fields: { taskId, text: 'By Anna in the card' } });
  await card('By Anna in the card');
  await expect.poll(() => screen.queryByText('Result added')?.closest('output')).toBeTruthy();
  expect(cards()[0]?.hasAttribute('data-new')).toBe(true);
});
