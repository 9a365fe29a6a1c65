// Quick replies on the local portal: where they are kept, who may change them, and two people who do so at once.
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { readHeld, repliesIn, type Reply, writeHeld } from '../../../../src/features/quickReplies/replies.ts';
import {
  getAppOption,
  getUserOption,
  setAppOption,
  setUserOption,
} from '../../../../src/portal/methods/options.ts';
import { message } from '../../../fixtures/message.ts';
import { anna, openPortal } from '../../sending/portal.ts';
import { violations } from '../../ui/axe.ts';
import { field, show } from './stage.tsx';

const portal = await openPortal();
const marta = 2;
const annas = portal.portalOf(anna);
const option = 'quickReplies';

const greeting: Reply = { id: 'g', title: 'Greeting', text: 'Good day, {client.name}!' };
const hours: Reply = { id: 'h', title: 'Hours', text: 'We are here from 9 to 6.' };

const held = async (whose: 'mine' | 'shared') => {
  const value = await (whose === 'mine'
    ? getUserOption(annas.rest, option)
    : getAppOption(annas.rest, option));
  return repliesIn(readHeld(value));
};
const holdShared = (...replies: Reply[]) => setAppOption(annas.rest, option, writeHeld(replies));

beforeEach(async () => {
  await setUserOption(annas.rest, option, writeHeld([greeting]));
  await holdShared(hours);
});
afterEach(() => portal.noFaults());

const denied = {
  fault: 'status',
  status: 403,
  body: '{"error":"ACCESS_DENIED","error_description":"Access denied!"}',
  executed: false,
} as const;
const time = { start: 1, finish: 2, duration: 1, processing: 1, date_start: '', date_finish: '' };

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const tab = async (name: string) => userEvent.click(await screen.findByRole('tab', { name }));
const write = async (name: string, words: string) =>
  userEvent.fill(await screen.findByRole('textbox', { name }), words);
const dialog = (name: string) => screen.findByRole('dialog', { name });

/** The window, by the list of the composer. */
async function manage() {
  await press('Quick replies');
  await userEvent.click(await screen.findByRole('option', { name: /Add and change/ }));
  await screen.findByRole('dialog');
}

async function open(props: Parameters<typeof show>[0] = { portal: annas, userId: anna }) {
  const shown = show(props);
  await manage();
  await dialog('Quick replies');
  return shown;
}

describe('in the composer', () => {
  test('nothing is asked of the portal before the first slash; then both lists are there, filled in for the card', async () => {
    const asked = (await portal.requestsTo('batch')).length;
    show({ portal: annas, userId: anna });
    await userEvent.click(field());
    expect((await portal.requestsTo('batch')).length).toBe(asked);
    await userEvent.keyboard('/');
    await expect
      .poll(() => screen.queryAllByRole('option').map((one) => one.querySelector('bdi')?.textContent))
      .toEqual(['Greeting', 'Hours', undefined]);
    await userEvent.keyboard('greet{Enter}');
    await expect.poll(() => field().value).toBe('Good day, Max Weber!');
  });

  test('a list that cannot be read is told quietly, and the other one is offered', async () => {
    const result = { mine: writeHeld([greeting]) };
    const refused = { error: 'ACCESS_DENIED', error_description: 'Access denied!' };
    const body = { result: { result, result_error: { shared: refused } }, time };
    await portal.faults({
      fault: 'status',
      status: 200,
      executed: false,
      method: 'app.option.get',
      body: JSON.stringify(body),
    });
    show({ portal: annas, userId: anna });
    await userEvent.click(field());
    await userEvent.keyboard('/');
    await screen.findByText('Some quick replies could not be loaded');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => field().value).toBe('Good day, Max Weber!');
  });

  test('both lists come in one POST', async () => {
    const asked = (await portal.requestsTo('batch')).length;
    await open();
    expect((await portal.requestsTo('batch')).length).toBe(asked + 1);
  });
});

describe('the window', () => {
  test('adds one by keyboard: faults next to the fields, variables explained and inserted, a preview', async () => {
    await open();
    await press('New reply');
    const editor = await dialog('New quick reply');
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title' }));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Give it a title');
    await userEvent.keyboard('Bye');
    await write('Text', 'Goodbye, ');
    await press('Insert {client.name}: Full name of the client');
    const preview = await screen.findByRole('region', { name: 'Preview for this card' });
    await expect.poll(() => preview.textContent).toContain('Goodbye, Max Weber');
    expect(editor.textContent).toContain('First name of the client · empty here');
    expect(await violations(editor)).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await dialog('Quick replies');
    expect(await held('mine')).toEqual([
      greeting,
      { id: expect.any(String), title: 'Bye', text: 'Goodbye, {client.name}' },
    ]);
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Change “Bye”');
    expect(await violations(await dialog('Quick replies'))).toEqual([]);
  });

  test('asks before it deletes', async () => {
    await open();
    await press('Delete “Greeting”');
    const question = await dialog('Delete “Greeting”?');
    expect(await held('mine')).toEqual([greeting]);
    await userEvent.click(within(question).getByRole('button', { name: 'Delete' }));
    await screen.findByText(/You have no quick replies yet/);
    expect(await held('mine')).toEqual([]);
  });

  test('keeps what is typed when it is closed', async () => {
    await open();
    await press('Change “Greeting”');
    await write('Text', 'Half a sentence');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press('Quick replies');
    await userEvent.click(await screen.findByRole('option', { name: /Add and change/ }));
    await dialog('Change the quick reply');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' }).value).toBe('Half a sentence');
    expect(await held('mine')).toEqual([greeting]);
  });

  test.each([
    ['user.option.get', 'Not saved: '],
    ['user.option.set', 'It is unclear whether this was saved: '],
  ])('a lost answer of %s: %s', async (method, said) => {
    await open();
    await press('Change “Greeting”');
    await write('Text', 'Hi!');
    await portal.faults({ method, fault: 'drop-after' });
    await press('Save');
    await expect.poll(() => screen.queryByRole('alert')?.textContent).toContain(said);
  });

  test('a deletion whose answer is lost is in doubt, and made once more', async () => {
    await open();
    await press('Delete “Greeting”');
    const question = within(await dialog('Delete “Greeting”?'));
    await portal.faults({ method: 'user.option.set', fault: 'drop-after' });
    await userEvent.click(question.getByRole('button', { name: 'Delete' }));
    await question.findByText(/It is unclear whether this was deleted/);
    await portal.noFaults();
    await userEvent.click(question.getByRole('button', { name: 'Delete' }));
    await screen.findByText(/You have no quick replies yet/);
    expect(await held('mine')).toEqual([]);
  });

  test('says that it was not saved, and why; what is typed stays', async () => {
    await open();
    await press('Change “Greeting”');
    await write('Text', 'Hi!');
    await portal.faults({ ...denied, method: 'user.option.set' });
    await press('Save');
    await screen.findByText('Not saved: Bitrix24 does not let you do this');
    await portal.noFaults();
    await press('Save');
    await dialog('Quick replies');
    expect(await held('mine')).toEqual([{ ...greeting, text: 'Hi!' }]);
  });
});

describe('while it is being saved', () => {
  const slow = { method: 'user.option.set', fault: 'delay', ms: 1_500 } as const;
  const text = () => screen.queryByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });

  test('the fields hold still, and neither Cancel nor Escape throws anything away', async () => {
    await open();
    await press('Change “Greeting”');
    await write('Text', 'Hi!');
    await portal.faults(slow);
    await press('Save');
    await expect.poll(() => text()?.readOnly).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }), { force: true });
    await userEvent.keyboard('{Escape}');
    expect(text()?.value).toBe('Hi!');
    await dialog('Quick replies');
    expect(await held('mine')).toEqual([{ ...greeting, text: 'Hi!' }]);
  });

  test('another chat can be chosen: it is saved all the same, and is not left as begun', async () => {
    const { change } = await open({ portal: annas, userId: anna, chatId: 1 });
    await press('Change “Greeting”');
    await write('Text', 'Hi!');
    await portal.faults(slow);
    await press('Save');
    await expect.poll(() => text()?.readOnly).toBe(true);
    change({ chatId: 2 });
    await expect.poll(() => held('mine')).toEqual([{ ...greeting, text: 'Hi!' }]);
    await expect
      .poll(async () => {
        if (!screen.queryByRole('dialog')) await manage();
        return screen.queryByRole('dialog', { name: 'Quick replies' });
      })
      .toBeTruthy();
  });
});

describe('what was begun', () => {
  test('is there in another chat; a message chosen meanwhile comes after it', async () => {
    const said = message(41, { text: 'We deliver on Mondays.' });
    const { change } = await open({ portal: annas, userId: anna, chatId: 1 });
    await press('Change “Greeting”');
    await write('Text', 'Half a sentence');
    change({ chatId: 2, message: said });
    await press('Save as quick reply');
    const text = () => screen.queryByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })?.value;
    await expect.poll(text).toBe('Half a sentence');
    expect(screen.getByText(/You began this one earlier/)).toBeTruthy();
    await press('Save');
    await expect.poll(text).toBe('We deliver on Mondays.');
    await press('Save');
    await dialog('Quick replies');
    expect((await held('mine')).map((one) => one.text)).toEqual([
      'Half a sentence',
      'We deliver on Mondays.',
    ]);
  });
});

describe('shared ones', () => {
  test('are read-only to those who are no administrators', async () => {
    await open({ portal: portal.portalOf(marta), userId: marta });
    await userEvent.keyboard('{ArrowRight}');
    expect((await screen.findByRole('tab', { selected: true })).textContent).toBe('Shared');
    await screen.findByText('Hours');
    expect(screen.getByText(/Administrators change these replies/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Change|Delete|New reply/ })).toBeNull();
  });

  test('two administrators at once: what the other one has added stays', async () => {
    await open();
    await tab('Shared');
    await press('Change “Hours”');
    await holdShared(hours, greeting);
    await write('Text', 'We are here from 8 to 5.');
    await press('Save');
    await dialog('Quick replies');
    expect(await held('shared')).toEqual([{ ...hours, text: 'We are here from 8 to 5.' }, greeting]);
    expect(await screen.findByText('Greeting')).toBeTruthy();
  });

  test.each([
    ['Save mine instead', 'We are here from 8 to 5.'],
    ['Take theirs', 'Closed on Mondays.'],
  ])('the same reply changed by both is shown and asked about: %s', async (choice, text) => {
    await open();
    await tab('Shared');
    await press('Change “Hours”');
    await holdShared({ ...hours, text: 'Closed on Mondays.' });
    await write('Text', 'We are here from 8 to 5.');
    await press('Save');
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('Somebody has changed this reply meanwhile');
    expect(notice.textContent).toContain('Closed on Mondays.');
    expect(await held('shared')).toEqual([{ ...hours, text: 'Closed on Mondays.' }]);
    await press(choice);
    if (choice === 'Take theirs') await press('Save');
    await dialog('Quick replies');
    expect(await held('shared')).toEqual([{ ...hours, text }]);
  });

  test('deleted by one and changed by another: it does not come back unasked', async () => {
    await open();
    await tab('Shared');
    await press('Change “Hours”');
    await holdShared(greeting);
    await write('Text', 'New hours');
    await press('Save');
    await screen.findByText('Somebody has deleted this reply meanwhile');
    expect(await held('shared')).toEqual([greeting]);
    await press('Save mine all the same');
    await dialog('Quick replies');
    expect(await held('shared')).toEqual([greeting, { ...hours, text: 'New hours' }]);
  });

  test(
    'one that is gone a while after it was read back is told, and saved again',
    { timeout: 30_000 },
    async () => {
      await open();
      await tab('Shared');
      await press('Change “Hours”');
      await write('Text', 'New hours');
      await press('Save');
      await dialog('Quick replies');
      // Somebody who had read before us.
      await holdShared(hours, greeting);
      await userEvent.keyboard('{Escape}');
      await screen.findByText(/“Hours” is no longer as you saved it/, {}, { timeout: 15_000 });
      await press('Save again');
      await expect.poll(() => held('shared')).toEqual([{ ...hours, text: 'New hours' }, greeting]);
      await waitFor(() => expect(screen.queryByText(/no longer as you saved it/)).toBeNull());
    },
  );

  test('one that is gone right after it was written is written again', async () => {
    // As when somebody who has read before us writes after us.
    await open();
    await tab('Shared');
    await press('Change “Hours”');
    await write('Text', 'New hours');
    await portal.faults({
      method: 'app.option.set',
      fault: 'status',
      status: 200,
      body: JSON.stringify({ result: true, time }),
      executed: false,
      times: 1,
    });
    await press('Save');
    await dialog('Quick replies');
    expect(await held('shared')).toEqual([{ ...hours, text: 'New hours' }]);
  });
});

describe('a message', () => {
  const said = message(40, { text: 'See [URL]https://a.example[/URL] {client.name}' });

  test('is taken over into the window, as one would type it', async () => {
    show({ portal: annas, userId: anna, message: said });
    await press('Save as quick reply');
    await dialog('New quick reply');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' }).value).toBe(
      'See https://a.example {client.name}',
    );
    expect(screen.queryByRole('button', { name: /Bitrix24/ })).toBeNull();
  });

  test('is saved in the portal by an operator; the refusal of others is told at the message', async () => {
    const { chat } = await portal.newLine();
    const { message: held } = await portal.say(chat.id, anna, 'We are here from 9 to 6.');
    const own = message(held.id, { text: held.text, authorId: anna });
    show({ portal: annas, userId: anna, chatId: chat.id, message: own });
    await press('Save in Bitrix24’s quick replies');
    await screen.findByText('Saved in Bitrix24’s quick replies', { selector: 'p' });
    const { quickAnswers } = (await portal.state()) as unknown as {
      quickAnswers: Array<{ messageId: number }>;
    };
    expect(quickAnswers.map(({ messageId }) => messageId)).toEqual([held.id]);
    await portal.faults({
      ...denied,
      status: 400,
      body: '{"error":"CANT_SAVE_QUICK_ANSWER","error_description":"Cannot save"}',
      method: 'imopenlines.message.quick.save',
    });
    await press('Save in Bitrix24’s quick replies');
    await screen.findByText(/only operators of this line and administrators keep quick replies there/);
  });
});
