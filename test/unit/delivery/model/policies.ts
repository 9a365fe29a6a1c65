/** The kinds of send, as `src/sending` has them, on the model portal. */
import type { Item } from '../../../../src/delivery/item.ts';
import type { Likeness, Outcome, Policy, Reading, Trace } from '../../../../src/delivery/policy.ts';
import type { Message, Portal } from './portal.ts';

export const kinds = ['task', 'line', 'keyed', 'check'] as const;
export type Kind = (typeof kinds)[number];

export interface Surroundings {
  portal: Portal;
  /** Gives what the portal gives, if the page is still there to receive it. */
  receive: <Value>(answer: Promise<Value>) => Promise<Value>;
  /** An attempt begins; called the moment its bytes leave. @returns to be called when it has ended for the page */
  onAttempt: (item: Item) => (outcome: Outcome) => void;
  laneOf: LaneOf;
}

export function createPolicies({ portal, receive, onAttempt, laneOf }: Surroundings): Record<Kind, Policy> {
  const read = (item: Item, since: number): Promise<Reading> =>
    receive(portal.read(laneOf(item)).then((all) => newer(all, since)));

  async function attempt(item: Item, how: { isKeyed: boolean; isNamed: boolean }) {
    const ended = onAttempt(item);
    const outcome = await receive(portal.attempt(item, laneOf(item), how));
    ended(outcome);
    return outcome;
  }

  const shared = {
    read,
    areAlike: (one: Item, other: Item) => one.text === other.text,
    areCopies: (one: Trace, other: Trace) => messageOf(one).text === messageOf(other).text,
  };
  return {
    task: {
      ...shared,
      type: 'read-back',
      attempt: (item) => attempt(item, { isKeyed: false, isNamed: false }),
      compare: compareText,
      takeBack: (_item, traceId) => receive(portal.takeBack(traceId)),
    },
    line: {
      ...shared,
      type: 'read-back',
      attempt: (item) => attempt(item, { isKeyed: false, isNamed: true }),
      isReady: () => receive(portal.isReady()),
      compare: compareText,
      asksWhenLeft: true,
    },
    keyed: {
      ...shared,
      type: 'keyed',
      attempt: (item) => attempt(item, { isKeyed: true, isNamed: true }),
      compare(item, trace) {
        const { isOwn, text, uuid, isEdited } = messageOf(trace);
        if (uuid !== null) return uuid === item.key ? 'mine' : 'other';
        return isOwn && (isEdited || text === item.text) ? 'perhaps' : 'other';
      },
    },
    check: {
      ...shared,
      type: 'check-first',
      attempt: (item) => attempt(item, { isKeyed: false, isNamed: false }),
      compare: (item, trace) => (messageOf(trace).text === item.text ? 'mine' : 'other'),
      takeBack: (_item, traceId) => receive(portal.takeBack(traceId)),
    },
  };
}

/** Where a kind of thing is sent to. */
export type LaneOf = (item: Pick<Item, 'kind'>) => string;

/** One lane a kind; or the two that write to a task chat share one. */
export function lanesOf(areShared: boolean): LaneOf {
  return ({ kind }) => (areShared && kind === 'keyed' ? 'lane of task' : `lane of ${kind}`);
}

function compareText(item: Item, trace: Trace): Likeness {
  const { isOwn, uuid, isEdited, text } = messageOf(trace);
  if (!isOwn || uuid !== null) return 'other';
  if (isEdited) return 'perhaps';
  return text === item.text ? 'mine' : 'other';
}

/** Everything since then, and a few older ones, as a page of a list has them. */
function newer(reading: Reading<Message>, since: number): Reading<Message> {
  if (typeof reading === 'string') return reading;
  const first = reading.findIndex(({ id }) => id > since);
  return reading.slice(Math.max((first < 0 ? reading.length : first) - 5, 0));
}

function messageOf(trace: Trace): Message {
  return trace as Message;
}
