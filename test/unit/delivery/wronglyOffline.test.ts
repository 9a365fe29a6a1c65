/** The browser says that there is no network: its first word, and not the last. */
import { expect, test } from 'vitest';
import { openPage, portalOfOne } from './onePage.ts';

const lane = 'chat1';
const what = { kind: 'text', text: 'x', target: {} };

/** A portal that keeps a log, and answers or does not. */
function portalThat(state: { answers: boolean }) {
  const { policy, held } = portalOfOne();
  const log: string[] = [];
  const logged: typeof policy = {
    ...policy,
    attempt(item) {
      log.push(item.text);
      return policy.attempt(item);
    },
    read(item, since) {
      log.push('read');
      return state.answers ? policy.read(item, since) : Promise.resolve('unreachable');
    },
  };
  return { policy: logged, log, held };
}

test('the portal answers all the same: what is written goes out, each after a reading', async () => {
  const { policy, log, held } = portalThat({ answers: true });
  const delivery = await openPage(policy, () => false);
  for (const [at, text] of ['x', 'y'].entries()) {
    await delivery.add(lane, { ...what, text });
    await expect.poll(() => delivery.getLane(lane).items[at]?.state).toBe('sent');
  }
  expect(held.map(({ text }) => text)).toEqual(['x', 'y']);
  expect([log[log.indexOf('x') - 1], log[log.indexOf('y') - 1]]).toEqual(['read', 'read']);
});

test('it does not: nothing leaves, and it is asked again by itself until it does', async () => {
  const state = { answers: false };
  const { policy, log } = portalThat(state);
  const delivery = await openPage(policy, () => false);
  await delivery.add(lane, what);
  await expect.poll(() => log.length, { timeout: 5_000 }).toBeGreaterThan(2);
  expect(new Set(log)).toEqual(new Set(['read']));
  expect(delivery.getOverview().isDown).toBe(true);
  state.answers = true;
  await expect.poll(() => delivery.getLane(lane).items[0]?.state, { timeout: 5_000 }).toBe('sent');
});
