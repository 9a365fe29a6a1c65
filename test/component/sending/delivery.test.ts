/**
 * All of it in one page: delivery, the real policies, the SDK and the shim, over HTTP against a local portal. One lane a
 * kind, one fault at a time, and in the end what the screen says is compared with what the portal holds.
 */
// @module-tag race
import { describe, test } from 'vitest';
import { createTurns } from '../../../src/delivery/browserTurns.ts';
import { openNews } from '../../../src/delivery/broadcast.ts';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { createClock } from '../../../src/delivery/clock.ts';
import { createDelivery, type Delivery } from '../../../src/delivery/delivery.ts';
import { newKey, type Item } from '../../../src/delivery/item.ts';
import { openFileStore } from '../../../src/sending/fileStore.ts';
import { createPolicies } from '../../../src/sending/policies.ts';
import { refusalWith } from './attempts.ts';
import { anna, openPortal, type Rule, type TestPortal } from './portal.ts';

const methods = {
  taskText: 'tasks.task.chat.message.send',
  dialogMessage: 'im.message.add',
  openLineReply: 'imopenlines.crm.message.add',
  taskResult: 'tasks.task.result.addfromchatmessage',
  file: 'im.v2.File.upload',
} as const;
type Kind = keyof typeof methods;
const kinds: readonly Kind[] = ['taskText', 'dialogMessage', 'openLineReply', 'taskResult', 'file'];

interface Weather {
  /** strikes the first send of each kind */
  rule: Rule | null;
  /** it cannot be told from the portal's answers that nothing was written: who has no key is asked */
  asks?: boolean;
}

const fresh = { connection: 'fresh' } as const;
const weathers: ReadonlyArray<[name: string, weather: Weather]> = [
  ['fine', { rule: null }],
  ['a line cut before', { rule: { fault: 'drop-before', ...fresh }, asks: true }],
  ['a line cut after', { rule: { fault: 'drop-after', ...fresh } }],
  ['a kept line cut after: the browser repeats', { rule: { fault: 'drop-after' } }],
  ['written after the line was cut', { rule: { fault: 'late-commit', ...fresh, ms: 400 } }],
  ['500, written', { rule: { fault: 'status', status: 500 } }],
  ['502, not written', { rule: { fault: 'status', status: 502, executed: false }, asks: true }],
  ['504 after a while', { rule: { fault: 'delay', ms: 300, executed: false }, asks: true }],
  ['503 QUERY_LIMIT_EXCEEDED', { rule: { fault: 'status', status: 503, executed: false } }],
  ['429', { rule: { fault: 'status', status: 429, executed: false } }],
  ['half an answer', { rule: { fault: 'truncate', ...fresh } }],
  ['nonsense', { rule: { fault: 'malformed' } }],
  ['a token past its hour', { rule: { fault: 'status', status: 401, executed: false } }],
];

const portals = await Promise.all(weathers.map(() => openPortal()));

interface Lane {
  lane: string;
  what: Pick<Item, 'kind' | 'text' | 'target'>;
  /** how often the portal holds it */
  held: () => Promise<number>;
}

const text = 'See www.x.y & [user=3][/user]\n🙂';

async function lanesOf(portal: TestPortal, fileId: string, size: number): Promise<Record<Kind, Lane>> {
  const [task, dialog, forFile, forResult] = await Promise.all([1, 2, 3, 4].map(() => portal.newTask()));
  if (!task || !dialog || !forFile || !forResult) throw new Error('There are four of them');
  const { chat } = await portal.newLine();
  const { message } = await portal.say(forResult.chatId, 2, 'The draft is ready');
  const heldIn = (chatId: number) => async () => (await portal.heldIn(chatId)).length;
  return {
    taskText: {
      lane: `chat${task.chatId}`,
      what: { kind: 'taskText', text, target: task },
      held: heldIn(task.chatId),
    },
    dialogMessage: {
      lane: `chat${dialog.chatId}`,
      what: { kind: 'dialogMessage', text, target: { dialogId: `chat${dialog.chatId}` } },
      held: heldIn(dialog.chatId),
    },
    openLineReply: {
      lane: `chat${chat.id}`,
      what: {
        kind: 'openLineReply',
        text,
        target: { entityType: 'deal', entityId: 7, chatId: chat.id },
      },
      held: heldIn(chat.id),
    },
    taskResult: {
      lane: `result:${forResult.taskId}:${message.id}`,
      what: { kind: 'taskResult', text: '', target: { taskId: forResult.taskId, messageId: message.id } },
      held: async () =>
        (await portal.state()).results.filter(({ messageId }) => messageId === message.id).length,
    },
    file: {
      lane: `chat${forFile.chatId}`,
      what: {
        kind: 'file',
        text,
        target: { dialogId: `chat${forFile.chatId}`, fileId, name: 'report.pdf', size },
      },
      held: heldIn(forFile.chatId),
    },
  };
}

async function openPage(portal: TestPortal) {
  const owner = { memberId: newKey(), userId: anna };
  const store = openBrowserStore(owner);
  const clock = createClock(20);
  const files = openFileStore(`files-${owner.memberId}`);
  const [fileId, content] = [newKey(), new Blob(['%PDF-'])];
  await files.keep(fileId, content);
  // The rule strikes each kind once, whatever its token.
  const [first, second] = portal.tokensOf(anna);
  const frame = portal.portalOf(anna, second, first, second, first);
  const delivery = createDelivery({
    store,
    policies: createPolicies(frame, anna, files),
    turns: createTurns({ store, owner, clock }),
    news: openNews(owner),
    clock,
    isOnline: () => true,
  });
  await delivery.start();
  return { delivery, files, fileId, lanes: await lanesOf(portal, fileId, content.size) };
}

/** What became of an item: its last state, also when it is no longer kept. */
function watch(delivery: Delivery, lane: string, key: string) {
  let last: Item | undefined;
  const look = () => {
    last = delivery.getLane(lane).items.find((item) => item.key === key) ?? last;
  };
  delivery.subscribe(look);
  look();
  return {
    item: () => last,
    isOver: () => ['sent', 'refused', 'stillUnclear'].includes(last?.state ?? ''),
    isForgotten: () => !delivery.getLane(lane).items.some((item) => item.key === key),
    isToldOf: () => delivery.getLane(lane).copied.get(last?.traceId ?? 0) === 'untold',
  };
}

const patience = { timeout: 25_000, interval: 50 };

describe.concurrent('one fault at a time', () => {
  test.for(weathers.map(([name, weather], at) => [name, weather, portals[at]] as const))(
    '%s: nothing twice, nothing lost',
    { timeout: 60_000 },
    // Tests that run together have an `expect` each.
    async ([_name, { rule, asks = false }, portal], { expect }) => {
      if (!portal) throw new Error('A portal each');
      const { delivery, files, fileId, lanes } = await openPage(portal);
      if (rule) await portal.faults(...kinds.map((kind) => ({ times: 1, method: methods[kind], ...rule })));
      const sends = await Promise.all(
        kinds.map(async (kind) => {
          const { lane, what, held } = lanes[kind];
          const key = await delivery.add(lane, what);
          return { kind, lane, key, held, ...watch(delivery, lane, key) };
        }),
      );

      await expect
        .poll(() => sends.filter((send) => !send.isOver()).map(({ kind }) => kind), patience)
        .toEqual([]);
      const asked = sends.filter((send) => send.item()?.state === 'stillUnclear');
      expect(asked.map(({ kind }) => kind)).toEqual(
        asks ? kinds.filter((kind) => kind !== 'dialogMessage') : [],
      );
      // Nobody is asked about what the portal holds.
      expect(await Promise.all(asked.map(({ held }) => held()))).toEqual(asked.map(() => 0));
      await Promise.all(asked.map(({ lane, key }) => delivery.sendAgain(lane, key)));

      // Watched for copies to the end, then no longer kept; and so are the bytes of the file.
      await expect
        .poll(() => sends.filter((send) => !send.isForgotten()).map(({ kind }) => kind), patience)
        .toEqual([]);
      const told = await Promise.all(
        sends.map(async ({ kind, item, isToldOf, held }) => {
          const { state, traceId, copies = [] } = item() ?? {};
          return {
            kind,
            state,
            isNamed: traceId !== undefined,
            copies: copies.length,
            isTold: isToldOf(),
            held: await held(),
          };
        }),
      );
      // A copy that the browser made may have reached the client of an open line: it is told. Others are gone.
      expect(told).toEqual(
        told.map(({ kind, copies }) => {
          const left = kind === 'openLineReply' ? copies : 0;
          return { kind, state: 'sent', isNamed: true, copies: left, isTold: left > 0, held: 1 + left };
        }),
      );
      expect(delivery.getOverview().unsent).toEqual([]);
      await expect.poll(() => files.get(fileId)).toBeNull();
      delivery.stop();
    },
  );
});

const forRefusals = await openPortal();

test(
  'a definite no: refused with its reason, nothing was written, and it can be sent again',
  { timeout: 60_000 },
  async ({ expect }) => {
    const portal = forRefusals;
    const { delivery, files, fileId, lanes } = await openPage(portal);
    const codes: Record<Kind, string> = {
      taskText: 'ACCESSDENIEDEXCEPTION',
      dialogMessage: 'ACCESS_ERROR',
      openLineReply: 'ACCESS_DENIED',
      taskResult: 'ACCESSDENIEDEXCEPTION',
      file: 'ACCESS_DENIED',
    };
    await portal.faults(
      ...kinds.map((kind) => ({ times: 1, method: methods[kind], ...refusalWith(codes[kind], 403) })),
    );
    const sends = await Promise.all(
      kinds.map(async (kind) => {
        const { lane, what, held } = lanes[kind];
        const key = await delivery.add(lane, what);
        return { kind, lane, key, held, ...watch(delivery, lane, key) };
      }),
    );
    await expect
      .poll(() => sends.map((send) => send.item()?.state), patience)
      .toEqual(kinds.map(() => 'refused'));
    for (const { item, held } of sends) {
      expect(item()?.problem).toMatchObject({ kind: 'denied', portalText: 'No.' });
      expect(await held()).toBe(0);
    }
    expect(await files.get(fileId)).not.toBeNull();
    await Promise.all(sends.map(({ lane, key }) => delivery.sendAgain(lane, key)));
    await expect
      .poll(() => sends.map((send) => send.item()?.state), patience)
      .toEqual(kinds.map(() => 'sent'));
    expect(await Promise.all(sends.map(({ held }) => held()))).toEqual(kinds.map(() => 1));
    delivery.stop();
  },
);
