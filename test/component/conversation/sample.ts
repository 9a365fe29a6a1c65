// A believable conversation and its pieces, for the tests beside this file.
import { heldIn } from '../../../src/delivery/held.ts';
import type { Item, Problem } from '../../../src/delivery/item.ts';
import type { DialogFile, Message, Person } from '../../../src/portal/methods/dialogMessages.ts';
import type { MessageListProps } from '../../../src/conversation/messageListProps.ts';
import { isSameText } from '../../../src/portal/wireText.ts';
import type { Timeline } from '../../../src/conversation/timeline.ts';
import { message as anyMessage } from '../../fixtures/message.ts';
import { realPolicies } from '../../fixtures/policies.ts';

export const me = 1;
export const marta = 2;
export const elena = 3;
export const portalOrigin = 'https://portal.example';

export const people: readonly Person[] = [
  { id: me, name: 'Anna Keller', color: '#3a7bd5', avatarUrl: null },
  { id: marta, name: 'Marta Olsen', color: '#b65b3a', avatarUrl: null },
  { id: elena, name: 'Елена Соколова', color: '#4a8f5c', avatarUrl: null },
];

/** A message of Marta's at noon of the given day of this month (local time), one minute later for each id. */
export function message(id: number, changes: Partial<Message> = {}): Message {
  const date = new Date(2026, 10, 20, 12, id % 60).toISOString();
  return anyMessage(id, { authorId: marta, date, ...changes });
}

export function file(id: number, changes: Partial<DialogFile> = {}): DialogFile {
  return {
    id,
    name: 'header-v3.pdf',
    size: 1_200_000,
    kind: 'file',
    url: `/disk/${id}`,
    previewUrl: null,
    image: null,
    ...changes,
  };
}

export function item(key: string, changes: Partial<Item> = {}): Item {
  return {
    key,
    kind: 'taskText',
    text: `Text of ${key}`,
    target: { taskId: 51, chatId: 58 },
    state: 'sending',
    createdAt: new Date(2026, 10, 20, 13).getTime(),
    attempts: 1,
    baseline: 0,
    ...changes,
  };
}

export function problem(changes: Partial<Problem> = {}): Problem {
  return { kind: 'unreachable', code: 'NETWORK', portalText: '', ...changes };
}

export function timeline(messages: readonly Message[], changes: Partial<Timeline> = {}): Timeline {
  return {
    messages,
    people: new Map(people.map((person) => [person.id, person])),
    files: new Map(),
    reachedStart: true,
    ...changes,
  };
}

/** Messages with the ids `from` to `to`. */
export function messages(from: number, to: number): Message[] {
  return Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
}

const nothing = () => undefined;

export function listProps(changes: Partial<MessageListProps> = {}): MessageListProps {
  return {
    timeline: timeline([]),
    items: [],
    held: heldIn(changes.items ?? [], realPolicies),
    claims: new Map(),
    hidden: new Set(),
    copied: new Map(),
    isDown: false,
    checking: new Set(),
    isSameText,
    sends: 0,
    currentUserId: me,
    portalOrigin,
    onLoadOlder: nothing,
    isLoadingOlder: false,
    olderFailed: false,
    actions: { checkAgain: nothing, sendAgain: nothing, edit: nothing, takeOut: nothing, remove: nothing },
    ...changes,
  };
}
