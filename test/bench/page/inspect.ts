/** How a page stands when something was left undone: who holds or awaits which turn, and what the store says. */
import { openDB } from 'idb';
import type { Delivery } from '../../../src/delivery/delivery.ts';
import { defaultName } from '../../../src/delivery/database.ts';
import type { Inspection } from './protocol.ts';

/** Never waits long: what does not answer says so. */
export async function inspect(delivery: Delivery | undefined): Promise<Inspection> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const nameOf = ({ name = '?', clientId = '?' }: LockInfo) => `${name} of ${clientId.slice(0, 8)}`;
  const { isLasting = false, isDown = false, unsent = [] } = delivery?.getOverview() ?? {};
  return {
    isStarted: delivery !== undefined,
    isLasting,
    isDown,
    unsent: unsent.map(({ lane, item }) => `${lane} ${item.key} ${item.state}`),
    held: held.map(nameOf),
    pending: pending.map(nameOf),
    stored: await Promise.race([stored(), after(3_000)]),
  };
}

/** Keys of all items that the database holds. To be called after delivery has opened it. */
export async function storedKeys(): Promise<string[]> {
  const database = await openDB(defaultName);
  const lanes: Array<{ items: Array<{ key: string }> }> = await database.getAll('lanes');
  database.close();
  return lanes.flatMap(({ items }) => items.map(({ key }) => key));
}

async function stored(): Promise<string[]> {
  const database = await openDB(defaultName);
  const keys = await database.getAllKeys('lanes');
  const values: unknown[] = await database.getAll('lanes');
  database.close();
  return keys.map((key, index) => `${JSON.stringify(key)} ${JSON.stringify(values[index]).slice(0, 600)}`);
}

async function after(ms: number): Promise<string[]> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
  return [`no answer within ${ms} ms`];
}
