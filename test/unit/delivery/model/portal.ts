/** A model of the portal: what it holds in each lane, and the ways in which a send can go wrong. */
import type { Item, Problem } from '../../../../src/delivery/item.ts';
import type { Outcome, Reading } from '../../../../src/delivery/policy.ts';
import type { Agenda } from './agenda.ts';
import { goodAttempt, goodRead, type AttemptLuck, type Luck } from './luck.ts';

export interface Message {
  id: number;
  /** ms since 1970 by the portal's clock */
  at: number;
  lane: string;
  text: string;
  isOwn: boolean;
  uuid: string | null;
  isEdited: boolean;
  /** the item whose attempt has made it; null: not of this app */
  madeBy: string | null;
}

export interface Portal {
  /** false: no network */
  isOnline: boolean;
  /** true: nothing goes wrong any more */
  isCalm: boolean;
  /** what it holds now */
  messages: Message[];
  /** lanes that this person could not read at some time */
  denied: Set<string>;
  write(message: Omit<Message, 'id' | 'at' | 'isEdited'>): Message;
  /** @param isKeyed it takes the item's key as `TEMPLATE_ID`; @param isNamed its "yes" says what it became */
  attempt(item: Item, lane: string, how: { isKeyed: boolean; isNamed: boolean }): Promise<Outcome>;
  read(lane: string): Promise<Reading<Message>>;
  takeBack(id: number): Promise<'gone' | 'stays' | 'unclear'>;
  /** whether a reply may be sent */
  isReady(): Promise<'ready' | Extract<Outcome, { kind: 'refused' | 'later' }>>;
}

const problem = (kind: string): Problem => ({ kind, code: kind.toUpperCase(), portalText: '' });
const hour = 3_600_000;

export function createPortal(agenda: Agenda, luck: Luck): Portal {
  const attempts = [...luck.attempts];
  const reads = [...luck.reads];
  const takeBacks = [...luck.takeBacks];
  const ready = [...luck.ready];
  /** by key: when it was inserted, and the message with the time from which the row names it */
  const keys = new Map<string, { at: number; message?: Message; namedAt: number }>();
  let lastId = 100;

  const portal: Portal = {
    isOnline: true,
    isCalm: false,
    messages: [],
    denied: new Set(),
    write(message) {
      lastId += 1;
      const written = { ...message, id: lastId, at: agenda.now() + luck.skew, isEdited: false };
      portal.messages.push(written);
      return written;
    },
    attempt(item, lane, { isKeyed, isNamed }) {
      const fate = fateOfAttempt();
      /** what the POST that was executed last has said */
      let answer: Outcome | undefined;
      for (const after of fate.executed) {
        agenda.in(after, () => {
          answer = isKeyed ? executeKeyed(item, lane, fate.idAfter) : execute(item, lane, isNamed);
        });
      }
      return in_(fate.answerAfter, () => {
        if (fate.answer === 'later') return { kind: 'later', problem: problem('limit') };
        const refusal: Outcome | undefined = fate.answer.startsWith('refused')
          ? isKeyed
            ? refuseKeyed(item)
            : { kind: 'refused', problem: problem('refused') }
          : undefined;
        if (fate.answer === 'refused' && refusal) return refusal;
        if (fate.answer !== 'yes') return { kind: 'unclear', problem: problem('lost') };
        // A text to a task chat is answered with yes even where nothing was written.
        if (!isKeyed && !isNamed) return { kind: 'answered' };
        return answer ?? { kind: 'unclear', problem: problem('lost') };
      });
    },
    async read(lane) {
      const fate = !portal.isOnline
        ? ({ ...goodRead, result: 'unreachable' } as const)
        : ((portal.isCalm ? undefined : reads.shift()) ?? goodRead);
      if (fate.result === 'denied') portal.denied.add(lane);
      const stateAfter = Math.min(fate.stateAfter, fate.answerAfter);
      const state = await in_(stateAfter, () =>
        portal.messages.filter((message) => message.lane === lane).map((message) => shownNow(message)),
      );
      return in_(fate.answerAfter - stateAfter, () => (fate.result === 'ok' ? state : fate.result));
    },
    takeBack: (id) =>
      in_(300, () => {
        const fate = (portal.isCalm ? undefined : takeBacks.shift()) ?? 'gone';
        const isExecuted = fate === 'gone' || fate === 'lost after';
        if (isExecuted) portal.messages = portal.messages.filter((message) => message.id !== id);
        return fate === 'lost before' || fate === 'lost after' ? 'unclear' : fate;
      }),
    isReady: () =>
      in_(50, () => {
        const verdict = (portal.isCalm ? undefined : ready.shift()) ?? 'ready';
        return verdict === 'ready' ? verdict : { kind: verdict, problem: problem(verdict) };
      }),
  };
  return portal;

  function in_<Value>(ms: number, value: () => Value): Promise<Value> {
    return new Promise((resolve) => {
      agenda.in(ms, () => resolve(value()));
    });
  }

  function fateOfAttempt(): AttemptLuck {
    if (!portal.isOnline) return { executed: [], answer: 'lost', answerAfter: 10, idAfter: 0 };
    return (portal.isCalm ? undefined : attempts.shift()) ?? goodAttempt;
  }

  function execute(item: Item, lane: string, isNamed: boolean): Outcome {
    const { id } = portal.write({ lane, text: item.text, isOwn: true, uuid: null, madeBy: item.key });
    return isNamed ? { kind: 'done', traceId: id } : { kind: 'answered' };
  }

  /** The three phases of `TEMPLATE_ID` (PB 4.1). */
  function executeKeyed(item: Item, lane: string, idAfter: number): Outcome {
    const row = keys.get(item.key);
    if (row?.message && row.namedAt <= agenda.now()) return { kind: 'done', traceId: row.message.id };
    if (row && agenda.now() - row.at < hour) return { kind: 'known', problem: problem('known') };
    const message = portal.write({ lane, text: item.text, isOwn: true, uuid: item.key, madeBy: item.key });
    keys.set(item.key, { at: agenda.now(), message, namedAt: agenda.now() + idAfter });
    return { kind: 'done', traceId: message.id };
  }

  /** The key is inserted before the send is checked. */
  function refuseKeyed({ key }: Item): Outcome {
    const row = keys.get(key);
    if (row?.message && row.namedAt <= agenda.now()) return { kind: 'done', traceId: row.message.id };
    if (row && agenda.now() - row.at < hour) return { kind: 'known', problem: problem('known') };
    keys.set(key, { at: agenda.now(), namedAt: Infinity });
    return { kind: 'refused', problem: problem('refused') };
  }

  /** The key is told only once its row names the message. */
  function shownNow(message: Message): Message {
    const row = message.uuid === null ? undefined : keys.get(message.uuid);
    return row && row.namedAt > agenda.now() ? { ...message, uuid: null } : { ...message };
  }
}
