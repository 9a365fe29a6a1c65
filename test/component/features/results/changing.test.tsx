/** A change of a result while it is being saved, and what becomes of it beside somebody else's: no words are lost. */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { newKey } from '../../../../src/delivery/item.ts';
import { LeftDrafts } from '../../../../src/features/results/LeftDrafts.tsx';
import type { TaskResult } from '../../../../src/portal/methods/taskResults.ts';
import { refusalWith } from '../../sending/attempts.ts';
import { anna, openPortal } from '../../sending/portal.ts';
import { card, panel, show } from './stage.tsx';

const portal = await openPortal();
const list = 'tasks.task.result.list';
const update = 'tasks.task.result.update';
const slow = { fault: 'delay', ms: 2_000, times: 1 } as const;
const denied = refusalWith('ACCESSDENIEDEXCEPTION', 403);
const until = { timeout: 10_000 };

afterEach(() => portal.noFaults());

const unchangeable: TaskResult = {
  id: 0,
  authorId: anna,
  authorName: null,
  messageId: null,
  text: 'Old',
  fileIds: [],
  createdAt: null,
  updatedAt: null,
  isOpen: true,
  mayEdit: false,
  mayRemove: false,
};

const field = () => panel().getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the result' });
const press = (name: string) => userEvent.click(panel().getByRole('button', { name }));
/** At once, whatever the button says of itself. */
const pressAtOnce = (name: string) => panel().getByRole('button', { name }).click();
const putAside = /^Your changes are not saved/;

/** One result of Anna's that says "Old", shown. */
async function resultOfOwn() {
  const { taskId, chatId } = await portal.newTask();
  const { restApi, ...frame } = portal.portalOf(anna);
  await restApi('tasks.task.result.add', { fields: { taskId, text: 'Old' } });
  const held = async () => (await portal.state()).results.find((result) => result.taskId === taskId);
  const memberId = newKey();
  const openWindow = () => show({ portal: { ...frame, restApi, memberId }, userId: anna, taskId, chatId });
  await openWindow();
  await card('Old');
  return {
    openWindow,
    says: async () => (await held())?.text,
    elsewhere: async (text: string) => restApi(update, { id: (await held())?.id, fields: { text } }),
  };
}

/** "Mine" is typed into it. */
async function editing() {
  const result = await resultOfOwn();
  await press('Edit');
  await userEvent.fill(field(), 'Mine');
  return result;
}

/** Somebody has made "Theirs" of it, and the person has taken that. */
async function takenTheirs() {
  const result = await editing();
  await result.elsewhere('Theirs');
  await press('Save');
  await panel().findByText(/It now says: “Theirs”/, {}, until);
  await press('Take the new text');
  expect(field().value).toBe('Theirs');
  return result;
}

describe('what was typed before the new text was taken', () => {
  test('is still there after Escape, and in the next window', async () => {
    const { openWindow } = await takenTheirs();
    await userEvent.keyboard('{Escape}');
    await panel().findByText(putAside);
    await press('Edit');
    await userEvent.type(field(), '!');
    cleanup();
    await openWindow();
    await panel().findByText(putAside, {}, until);
    await press('Edit');
    expect(field().value).toBe('Theirs!');
    await press('Swap the texts');
    expect(field().value).toBe('Mine');
    await press('Swap the texts');
    expect(field().value).toBe('Theirs!');
  });

  test('is still there when the new text is left as it is', async () => {
    await takenTheirs();
    await press('Save');
    await panel().findByText(putAside);
    await press('Edit');
    await press('Swap the texts');
    expect(field().value).toBe('Mine');
  });

  test('stays with what was typed since, when a newer text is taken', async () => {
    const { elsewhere } = await takenTheirs();
    await userEvent.fill(field(), 'Both');
    await elsewhere('Third');
    await press('Save');
    await panel().findByText(/It now says: “Third”/, {}, until);
    await press('Take the new text');
    await press('Swap the texts');
    expect(field().value).toBe('Mine\nBoth');
  });

  test('does not come back into what is being saved', async () => {
    const { says } = await takenTheirs();
    await userEvent.fill(field(), 'Both');
    await portal.faults({ method: update, ...slow });
    await press('Save');
    pressAtOnce('Swap the texts');
    await card('Both');
    expect(await says()).toBe('Both');
  });
});

describe('while it is being saved', () => {
  test('nothing can be typed in the panel that was closed and opened again, and it ends there', async () => {
    const { says } = await editing();
    await portal.faults({ method: update, ...slow });
    await press('Save');
    await press('Close');
    await userEvent.click(screen.getByRole('button', { name: 'Open results' }));
    expect(field().value).toBe('Mine');
    expect(field().readOnly).toBe(true);
    await card('Mine');
    await expect.poll(() => panel().queryByRole('textbox')).toBeNull();
    expect(await says()).toBe('Mine');
  });

  test('a refusal is told in the panel that was opened again, and the text is there', async () => {
    await editing();
    await portal.faults({ method: list, ...slow }, { method: update, ...denied });
    await press('Save');
    await press('Close');
    await userEvent.click(screen.getByRole('button', { name: 'Open results' }));
    expect((await panel().findByRole('alert', {}, until)).textContent).toMatch(/^Not saved/);
    expect(field().value).toBe('Mine');
    expect(field().readOnly).toBe(false);
  });

  test('"Cancel" does nothing, so that a refusal loses no words', async () => {
    await editing();
    await portal.faults({ method: list, ...slow }, { method: update, ...denied });
    await press('Save');
    pressAtOnce('Cancel');
    await panel().findByRole('alert', {}, until);
    expect(field().value).toBe('Mine');
  });

  test('the focus stays where the person has gone meanwhile', async () => {
    await editing();
    await portal.faults({ method: update, ...slow });
    await press('Save');
    screen.getByRole('log').focus();
    await card('Mine');
    await expect.poll(() => panel().queryByRole('textbox')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('log'));
  });
});

describe('an answer that was lost, and the text comes through late', () => {
  async function lateMine() {
    const result = await editing();
    await portal.faults({ method: update, fault: 'late-commit', connection: 'fresh', ms: 1_500, times: 1 });
    await press('Save');
    await panel().findByText(/^It is unclear whether this was saved/, {}, until);
    return result;
  }

  test('the old text, typed again, is written over it', async () => {
    const { says } = await lateMine();
    await userEvent.fill(field(), 'Old');
    await expect.poll(says, until).toBe('Mine');
    await press('Save');
    await expect.poll(() => panel().queryByRole('textbox'), until).toBeNull();
    expect(await says()).toBe('Old');
  });

  test('is not taken for somebody else’s, though a look at it failed meanwhile', async () => {
    const { says } = await lateMine();
    await userEvent.fill(field(), 'Mine, longer');
    await portal.faults({ method: list, ...refusalWith('INTERNAL_INTERNALEXCEPTION', 500) });
    await press('Save');
    await panel().findByText(/^Not saved/, {}, until);
    await expect.poll(says, until).toBe('Mine');
    await portal.noFaults();
    await press('Save');
    await card('Mine, longer');
    expect(await says()).toBe('Mine, longer');
  });
});

describe('a kept change that no card has', () => {
  test('the list is refused: its text stands in the panel, until it is dismissed', async () => {
    const { openWindow } = await editing();
    cleanup();
    await portal.faults({ method: list, ...denied });
    await openWindow();
    expect(await panel().findByText(/^Your changes of a result are not saved/, {}, until)).toBeTruthy();
    expect(field().value).toBe('Mine');
    await press('Dismiss');
    expect(panel().queryByRole('textbox')).toBeNull();
  });

  test('it may not be changed any more: told with its text, and with what was set aside', () => {
    const given: unknown[] = [];
    const drafts = new Map([[7, { text: 'Mine', base: 'Old', setAside: 'Earlier', isOpen: false }]]);
    const results = [{ ...unchangeable, id: 7 }];
    const left = { status: 'ready' as const, results, drafts, setDraft: (id: number) => given.push(id) };
    render(<LeftDrafts results={left} />);
    onTestFinished(cleanup);
    expect(screen.getByText(/^You can no longer change this result/)).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Earlier\nMine');
    screen.getByRole('button', { name: 'Dismiss' }).click();
    expect(given).toEqual([7]);
  });
});
