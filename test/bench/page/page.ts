/**
 * Delivery as it ships, without screens: the real handshake, portal, policies, IndexedDB, locks and channels. Only
 * time is another one: it runs faster, and with it the limits of single calls.
 */
import { initializeB24Frame, ApiVersion } from '@bitrix24/b24jssdk';
import { openNews } from '../../../src/delivery/broadcast.ts';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { createTurns } from '../../../src/delivery/browserTurns.ts';
import { createClock, type Clock } from '../../../src/delivery/clock.ts';
import { createDelivery, type Delivery } from '../../../src/delivery/delivery.ts';
import { newKey, type Item } from '../../../src/delivery/item.ts';
import type { LaneView } from '../../../src/delivery/lanes.ts';
import type { Policies } from '../../../src/delivery/policy.ts';
import { connect, type Portal } from '../../../src/portal/connect.ts';
import { openFileStore } from '../../../src/sending/fileStore.ts';
import { createPolicies } from '../../../src/sending/policies.ts';
import { inspect, storedKeys } from './inspect.ts';
import { callLimit, withLimits } from './limits.ts';
import type { BenchPage, Order, Sight, StartOptions, TellAttempt, What } from './protocol.ts';

declare global {
  interface Window {
    bench: BenchPage;
    tellAttempt: TellAttempt;
  }
}

let portal: Portal | undefined;
let delivery: Delivery | undefined;
let policies: Policies = {};
let clock: Clock = createClock();
let sights: Sight[] = [];
/** what is watched, with its items as they were last seen, by key */
let known: Array<{ lane: string; view?: LaneView; items: Map<string, Item> }> = [];
let wasRefused = false;
const files = openFileStore();

window.bench = { start, exchange, inspect: () => inspect(delivery), storedKeys };
window.addEventListener('unhandledrejection', ({ reason }) => sayWrong('unhandled', reason));
window.addEventListener('error', ({ error, message }) => sayWrong('error', error ?? message));

async function start({ userId, speed, epoch, lanes }: StartOptions): Promise<void> {
  known = lanes.map((lane) => ({ lane, items: new Map() }));
  const real = await connect();
  // The same frame again: the SDK keeps it.
  const frame = await initializeB24Frame();
  frame.getHttpClient(ApiVersion.v2).ajaxClient.defaults.timeout = callLimit / speed;
  portal = withLimits(real, speed);
  const owner = { memberId: portal.memberId, userId };
  const pace = createClock(speed);
  // One created by each page would begin when that page does; what is stored has to mean the same to all of them.
  clock = {
    now: () => epoch + (Date.now() - epoch) * speed,
    sleep: (ms, signal) => pace.sleep(ms, signal),
  };
  const store = openBrowserStore(owner);
  policies = watched(createPolicies(portal, userId, files));
  delivery = createDelivery({
    store,
    policies,
    turns: createTurns({ store, owner, clock }),
    news: openNews(owner),
    clock,
    isOnline: () => navigator.onLine,
  });
  delivery.subscribe(look);
  await delivery.start();
}

/** Each attempt that delivery makes is told, before a byte of it leaves; and how it ends, and how a copy is taken back. */
function watched(real: Policies): Policies {
  return Object.fromEntries(
    Object.entries(real).map(([kind, policy]) => [
      kind,
      {
        ...policy,
        async attempt(item: Item) {
          window.tellAttempt(item.key, Date.now(), item.text);
          const outcome = await policy.attempt(item);
          const code = 'problem' in outcome ? ` ${outcome.problem.code}` : '';
          sights.push({ see: 'outcome', at: Date.now(), key: item.key, outcome: outcome.kind + code });
          return outcome;
        },
        ...(policy.takeBack
          ? {
              async takeBack(item: Item, traceId: number) {
                const fate = await policy.takeBack?.(item, traceId);
                const outcome = `taking back ${traceId}: ${fate}`;
                sights.push({ see: 'outcome', at: Date.now(), key: item.key, outcome });
                return fate ?? 'stays';
              },
            }
          : {}),
      },
    ]),
  );
}

function exchange(orders: readonly Order[]): Sight[] {
  for (const order of orders) void carryOut(order).catch((reason: unknown) => sayWrong(order.do, reason));
  look();
  const taken = sights;
  sights = [];
  return taken;
}

async function carryOut(order: Order): Promise<void> {
  if (!delivery || !portal) return;
  portal.personActed();
  if (order.do === 'add') {
    const key = await delivery.add(order.lane, await kept(order.what));
    sights.push({ see: 'added', at: Date.now(), write: order.write, key });
  } else if (order.do === 'look') {
    const began = clock.now();
    const item: Item = { ...order.what, key: '', state: 'queued', createdAt: began, attempts: 0 };
    const reading = await policies[item.kind]?.read(item, Infinity);
    if (typeof reading === 'object') delivery.settle(order.lane, reading, began);
  } else await delivery[order.do](order.lane, order.key);
}

async function kept({ content, ...what }: What): Promise<What> {
  if (content === undefined) return what;
  const fileId = newKey();
  await files.keep(fileId, new Blob([content]));
  return { ...what, target: { ...what.target, fileId } };
}

function look(): void {
  if (!delivery) return;
  if (!wasRefused && !delivery.getOverview().isLasting) {
    wasRefused = true;
    sights.push({ see: 'refusal', at: Date.now() });
  }
  for (const watched of known) {
    const { lane, items: before } = watched;
    const view = delivery.getLane(lane);
    if (view === watched.view) continue;
    watched.view = view;
    const { items } = view;
    for (const item of items) {
      if (before.get(item.key) === item) continue;
      const { text, target: _, ...rest } = item;
      const isNew = !before.has(item.key);
      sights.push({ see: 'item', at: Date.now(), lane, item: isNew ? { ...rest, text } : rest });
      before.set(item.key, item);
    }
    if (before.size === items.length) continue;
    for (const key of before.keys()) {
      if (items.some((item) => item.key === key)) continue;
      before.delete(key);
      sights.push({ see: 'gone', at: Date.now(), lane, key });
    }
  }
}

function sayWrong(where: string, reason: unknown): void {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  sights.push({ see: 'wrong', at: Date.now(), text: `${where}: ${text}` });
}
