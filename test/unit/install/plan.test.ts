// What is to be done to the rows: nothing but what is needed, and the new ones first.
import { describe, expect, test } from 'vitest';
import { handlerBeside, wantedPlaces } from '../../../src/screens/install/places.ts';
import { closedCards } from '../../../src/screens/install/needs.ts';
import { plan, rowsAfter } from '../../../src/screens/install/plan.ts';

const handler = 'https://apps.example.com/static/2/index.html';
const old = 'https://apps.example.com/static/1/index.html';
const row = (placement: string, address = handler) => ({ placement, handler: address });
const told = (steps: ReturnType<typeof plan>) =>
  steps.map(({ kind, row: { placement, handler: address } }) => `${kind} ${placement} ${address}`);

describe('plan', () => {
  test('nothing there: bind', () => {
    expect(told(plan([], ['TASK_VIEW_TAB'], handler))).toEqual([`bind TASK_VIEW_TAB ${handler}`]);
  });

  test('all there: nothing to do', () => {
    expect(told(plan([row('TASK_VIEW_TAB')], ['TASK_VIEW_TAB'], handler))).toEqual([
      `keep TASK_VIEW_TAB ${handler}`,
    ]);
  });

  test('the same address written differently is the same', () => {
    const spelt = row('TASK_VIEW_TAB', 'HTTPS://APPS.example.com:443/static/2/index.html');
    expect(plan([spelt], ['TASK_VIEW_TAB'], handler)).toEqual([{ kind: 'keep', row: spelt }]);
  });

  test('an update: the new row first, the old ones go, whatever place they have', () => {
    const rows = [row('LEFT_MENU', old), row('CRM_DEAL_DETAIL_TAB', old), row('TASK_VIEW_TAB', old)];
    expect(told(plan(rows, ['TASK_VIEW_TAB', 'CRM_LEAD_DETAIL_TAB'], handler))).toEqual([
      `bind TASK_VIEW_TAB ${handler}`,
      `removeOld TASK_VIEW_TAB ${old}`,
      `bind CRM_LEAD_DETAIL_TAB ${handler}`,
      `removeOld CRM_DEAL_DETAIL_TAB ${old}`,
      `removeOld LEFT_MENU ${old}`,
    ]);
  });

  test('a card that is closed: what is there stays, what is not is left out, and so is the removal of its old row', () => {
    const rows = [row('CRM_LEAD_DETAIL_TAB'), row('CRM_DEAL_DETAIL_TAB', old)];
    const places = ['TASK_VIEW_TAB', 'CRM_LEAD_DETAIL_TAB', 'CRM_DEAL_DETAIL_TAB'];
    const steps = plan(rows, places, handler, ['crm']);
    expect(told(steps)).toEqual([
      `bind TASK_VIEW_TAB ${handler}`,
      `keep CRM_LEAD_DETAIL_TAB ${handler}`,
      `leaveOut CRM_DEAL_DETAIL_TAB ${handler}`,
      `leaveOld CRM_DEAL_DETAIL_TAB ${old}`,
    ]);
    expect(steps.reduce(rowsAfter, rows)).toEqual([...rows, row('TASK_VIEW_TAB')]);
  });

  test('a place that is not asked for goes', () => {
    const rows = [row('TASK_VIEW_SIDEBAR'), row('TASK_VIEW_TAB')];
    expect(told(plan(rows, ['TASK_VIEW_TAB'], handler))).toEqual([
      `keep TASK_VIEW_TAB ${handler}`,
      `removeUnwanted TASK_VIEW_SIDEBAR ${handler}`,
    ]);
  });

  test('equal rows where one is wanted: all go, one comes back', () => {
    const rows = [row('TASK_VIEW_TAB'), row('TASK_VIEW_TAB'), row('TASK_VIEW_SIDEBAR')];
    const places = ['TASK_VIEW_TAB', 'TASK_VIEW_SIDEBAR'];
    const steps = plan(rows, places, handler);
    expect(steps).toEqual([
      { kind: 'unite', row: row('TASK_VIEW_TAB'), twins: [row('TASK_VIEW_TAB')] },
      { kind: 'keep', row: row('TASK_VIEW_SIDEBAR') },
    ]);
    const after = steps.reduce(rowsAfter, rows);
    expect(plan(after, places, handler).map(({ kind }) => kind)).toEqual(['keep', 'keep']);
  });

  test('the same address in two spellings is two rows in the card: each has to be removed by its own', () => {
    const spelt = row('TASK_VIEW_TAB', 'https://APPS.example.com/static/2/index.html');
    const steps = plan([spelt, row('TASK_VIEW_TAB')], ['TASK_VIEW_TAB'], handler);
    expect(steps).toEqual([
      { kind: 'unite', row: row('TASK_VIEW_TAB'), twins: [spelt, row('TASK_VIEW_TAB')] },
    ]);
    expect(steps.reduce(rowsAfter, [spelt, row('TASK_VIEW_TAB')])).toEqual([row('TASK_VIEW_TAB')]);
  });

  test('two equal rows that nobody wants are removed by one call', () => {
    const rows = [row('TASK_VIEW_TAB', old), row('TASK_VIEW_TAB', old)];
    expect(told(plan(rows, [], handler))).toEqual([`removeOld TASK_VIEW_TAB ${old}`]);
  });

  test.each(['', 'not an address'])('a row that opens %j is removed as an old one', (address) => {
    expect(told(plan([row('TASK_VIEW_TAB', address)], [], handler))).toEqual([
      `removeOld TASK_VIEW_TAB ${address}`,
    ]);
  });

  test('carried out, it leads to a plan with nothing to do', () => {
    let rows = [row('TASK_VIEW_TAB', old), row('TASK_VIEW_TOP_PANEL'), row('LEFT_MENU', old)];
    const places = ['TASK_VIEW_TAB', 'TASK_VIEW_SIDEBAR'];
    for (const step of plan(rows, places, handler)) rows = rowsAfter(rows, step);
    expect(plan(rows, places, handler).map(({ kind }) => kind)).toEqual(['keep', 'keep']);
    expect(rows).toHaveLength(2);
  });
});

test('wanted are the row of every task card, those for older ones that are there or asked for, and four tabs in the CRM', () => {
  const rows = [row('TASK_VIEW_SIDEBAR', old), row('CRM_QUOTE_DETAIL_TAB')];
  const crm = ['LEAD', 'DEAL', 'CONTACT', 'COMPANY'].map((type) => `CRM_${type}_DETAIL_TAB`);
  expect(wantedPlaces([])).toEqual(['TASK_VIEW_TAB', ...crm]);
  expect(wantedPlaces(rows)).toEqual(['TASK_VIEW_TAB', 'TASK_VIEW_SIDEBAR', ...crm]);
  const chosen = { TASK_VIEW_SIDEBAR: false, TASK_VIEW_TOP_PANEL: true };
  expect(wantedPlaces(rows, chosen)).toEqual(['TASK_VIEW_TAB', 'TASK_VIEW_TOP_PANEL', ...crm]);
});

test('nothing of the CRM can be bound without its permission; a check without a verdict closes nothing', () => {
  const told = (verdict: 'granted' | 'missing' | 'unknown') => closedCards([{ scope: 'crm', verdict }]);
  expect([told('granted'), told('unknown'), told('missing')]).toEqual([[], [], ['crm']]);
});

test.each([
  ['https://a.example/static/3/install.html?DOMAIN=x&APP_SID=1#top', 'https://a.example/static/3/index.html'],
  ['https://a.example/static/3/', 'https://a.example/static/3/index.html'],
  ['https://a.example/index.html?x', 'https://a.example/index.html'],
  ['https://a.example', 'https://a.example/index.html'],
])('beside %s the rows open %s', (page, expected) => {
  expect(handlerBeside(page)).toBe(expected);
});
