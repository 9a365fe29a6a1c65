// What the composer says that it holds: what is answered, also where that message is not loaded, and a change in doubt.
import { act, cleanup, render, renderHook } from '@testing-library/react';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { useComposing, type ComposingOptions } from '../../../src/conversation/useComposing.tsx';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { isSameText } from '../../../src/portal/wireText.ts';
import { newOwner } from '../delivery/pages.ts';
import { violations } from '../ui/axe.ts';
import { classicRest } from '../portal/classicRest.ts';
import { marta, me, message, people } from './sample.ts';

afterEach(cleanup);

/** Nobody answers there. */
const rest = classicRest('http://127.0.0.1:9', inject('portalTokens').admin);
const answered = message(41, { authorId: marta, text: 'Which one?' });
const own = message(42, { authorId: me, text: 'Mine' });

function open(replyTo: number | null, messages: Message[], more: Partial<ComposingOptions['desk']> = {}) {
  const setReplyTo = vi.fn<(id: number | null) => void>();
  const goTo = vi.fn<(id: number) => void>();
  const setDraft = vi.fn<(text: string) => void>();
  const takenBack = vi.fn<(key: string) => void>();
  const owner = newOwner();
  const store = openBrowserStore(owner);
  const desk = {
    draft: 'Half an answer',
    setDraft,
    replyTo,
    setReplyTo,
    asResult: false,
    setAsResult: () => undefined,
    edit: takenBack,
    send: () => Promise.resolve(true),
    isSameText,
    editStore: { owner, store, onStored: () => undefined },
    ...more,
  };
  const { result, rerender } = renderHook(
    (shown: Message[]) =>
      useComposing({
        rest,
        desk,
        timeline: { messages: shown, people: new Map(people.map((person) => [person.id, person])) },
        currentUserId: me,
        goTo,
        dialogId: 'chat58',
        read: () => Promise.resolve(shown.find(({ id }) => id === 42)),
        refresh: () => undefined,
        focus: () => undefined,
      }),
    { initialProps: messages },
  );
  return {
    composing: () => result.current,
    composer: () => result.current.composer,
    show: rerender,
    setReplyTo,
    setDraft,
    takenBack,
    goTo,
  };
}

test('an answer to a message that is not loaded says so, leads there, and knows it from then on', () => {
  const { composer, show, goTo, setReplyTo } = open(41, []);
  expect(composer().context).toMatchObject({ kind: 'reply', title: 'Reply to an earlier message' });
  composer().context?.onJump?.();
  expect(goTo).toHaveBeenCalledWith(41);
  const loaded = { kind: 'reply', title: 'Reply to Marta Olsen', text: 'Which one?' };
  show([answered]);
  expect(composer().context).toMatchObject(loaded);
  // Another place of the chat is shown.
  show([]);
  expect(composer().context).toMatchObject(loaded);
  composer().context?.onCancel();
  expect(setReplyTo).toHaveBeenCalledWith(null);
});

test('a change in doubt is not called unsaved; once the chat shows it, the draft is back', async () => {
  const { composing, composer, show } = open(null, [own]);
  act(() => composing().edit(own));
  act(() => composer().onChange('Mine, changed'));
  await act(async () => composer().onSend('Mine, changed', { asResult: false, files: [] }));
  await expect.poll(() => composer().isSaving).toBe(false);
  const words = render(composer().problem).container.textContent;
  expect(words).toContain('It is unclear whether this was saved');
  expect(words).not.toContain('Not saved');
  expect(composing().hasUnsavedEdit).toBe(true);
  show([{ ...own, text: 'Mine, changed' }]);
  expect(composer()).toMatchObject({ value: 'Half an answer', context: undefined, problem: null });
});

test('a change that waits is offered above the field; discarded it is gone', async () => {
  const { composing, composer } = open(null, [own]);
  act(() => composing().edit(own));
  act(() => composer().onChange('Mine, [b]half[/b]-way'));
  act(() => composer().context?.onCancel());
  const notice = render(composer().notice);
  expect(notice.container.textContent).toContain('You were changing a message: “Mine, half-way”');
  act(() => notice.getByRole('button', { name: 'Continue' }).click());
  expect(composer()).toMatchObject({
    value: 'Mine, [b]half[/b]-way',
    context: { kind: 'edit', text: 'Mine' },
  });
  notice.rerender(composer().notice);
  expect(notice.container.textContent).toBe('');
  act(() => composer().context?.onCancel());
  notice.rerender(composer().notice);
  expect(await violations(notice.container)).toEqual([]);
  act(() => notice.getByRole('button', { name: 'Discard' }).click());
  notice.rerender(composer().notice);
  expect(notice.container.textContent).toBe('');
  expect(composing().hasUnsavedEdit).toBe(false);
});

test('a message that somebody deleted meanwhile: what was typed can become a new one', async () => {
  const { composing, composer, show, setDraft } = open(null, [own]);
  act(() => composing().edit(own));
  act(() => composer().onChange('Mine, longer'));
  show([{ ...own, isDeleted: true }]);
  await act(async () => composer().onSend('Mine, longer', { asResult: false, files: [] }));
  await expect.poll(() => composer().isSaving).toBe(false);
  const problem = render(composer().problem);
  expect(problem.container.textContent).toContain('cannot be changed any more');
  act(() => problem.getByRole('button', { name: 'Make it a new message' }).click());
  expect(setDraft).toHaveBeenCalledWith('Mine, longer\nHalf an answer');
  expect(composer()).toMatchObject({ value: 'Half an answer', context: undefined, problem: null });
});

test('what is on its way is taken back while a message is being changed: the change is kept, the draft shown', () => {
  const { composing, composer, takenBack } = open(null, [own]);
  act(() => composing().edit(own));
  act(() => composer().onChange('Mine, half-way'));
  let isTaken = false;
  act(() => {
    isTaken = composing().takeBack('key');
  });
  expect(isTaken).toBe(true);
  expect(takenBack).toHaveBeenCalledExactlyOnceWith('key');
  expect(composer()).toMatchObject({ value: 'Half an answer', context: undefined });
  expect(render(composer().notice).container.textContent).toContain('“Mine, half-way”');
  expect(composing().hasUnsavedEdit).toBe(true);
});

test('while a change is being saved nothing is taken back, as often as it is tried', async () => {
  const { composing, composer, takenBack } = open(null, [own]);
  act(() => composing().edit(own));
  act(() => composer().onChange('Mine, changed'));
  act(() => void composer().onSend('Mine, changed', { asResult: false, files: [] }));
  expect(composer().isSaving).toBe(true);
  expect(composing().takeBack('key')).toBe(false);
  expect(takenBack).not.toHaveBeenCalled();
  expect(composer().value).toBe('Mine, changed');
  await expect.poll(() => composer().isSaving).toBe(false);
  act(() => void composing().takeBack('key'));
  expect(takenBack).toHaveBeenCalledTimes(1);
});

test('a draft that is to become a result says so, not while a message is being changed', () => {
  const setAsResult = vi.fn<(isWanted: boolean) => void>();
  const { composing, composer } = open(41, [own], { asResult: true, setAsResult });
  composer().resultWish?.onCancel();
  expect(setAsResult).toHaveBeenCalledExactlyOnceWith(false);
  expect(composer().context?.kind).toBe('reply');
  act(() => composing().edit(own));
  expect(composer().resultWish).toBeUndefined();
});
