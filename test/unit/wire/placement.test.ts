/** Placement codes and options in every form portals use (PB 2.4, 5.4). */
import { describe, expect, test } from 'vitest';
import { parsePlacement } from '../../../src/portal/placement.ts';

const task51 = { kind: 'task', code: 'TASK_VIEW_TAB', taskId: 51 };
const unsupported = { kind: 'unsupported', code: 'TASK_VIEW_TAB' };

describe('a task card', () => {
  const rows: Array<[what: string, options: unknown]> = [
    ['a string id', { taskId: '51' }],
    ['a number', { taskId: 51 }],
    ['with the address of the page', { taskId: '51', URI: '/company/personal/user/1/tasks/task/view/51/' }],
    ['the name of older cards', { TASK_ID: '51' }],
    ['both names: the new one counts', { taskId: '51', TASK_ID: '7' }],
    ['JSON text', '{"taskId":"51"}'],
    ['JSON text, HTML-escaped', '{&quot;taskId&quot;:&quot;51&quot;}'],
    [
      'escaped, with more in it',
      '{&quot;taskId&quot;:&quot;51&quot;,&quot;t&quot;:&quot;&lt;a&gt; &amp; b&#039;s&quot;}',
    ],
    ['an escaped value', { taskId: '51', title: '&lt;b&gt;' }],
    ['white space around the id', { taskId: ' 51 ' }],
  ];
  test.each(rows)('%s', (_what, options) => {
    expect(parsePlacement('TASK_VIEW_TAB', options)).toEqual(task51);
  });

  test.each(['TASK_VIEW_TAB', 'TASK_VIEW_SIDEBAR', 'TASK_VIEW_TOP_PANEL'])('%s', (code) => {
    expect(parsePlacement(code, { taskId: '51' })).toEqual({ kind: 'task', code, taskId: 51 });
  });

  const noTask: Array<[what: string, options: unknown]> = [
    ['an empty list', []],
    ['a list', [{ taskId: '51' }]],
    ['empty text', ''],
    ['empty list as text', '[]'],
    ['null', null],
    ['undefined', undefined],
    ['null as text', 'null'],
    ['no JSON', 'taskId=51'],
    ['half a JSON', '{"taskId":"51'],
    ['JSON in JSON', '"{\\"taskId\\":\\"51\\"}"'],
    ['a number', 51],
    ['true', true],
    ['letters behind the id', { taskId: '51abc' }],
    ['a negative id', { taskId: '-51' }],
    ['a negative number', { taskId: -51 }],
    ['zero', { taskId: '0' }],
    ['a leading zero', { taskId: '051' }],
    ['a fraction', { taskId: 5.1 }],
    ['an exponent', { taskId: '5e1' }],
    ['too big to be exact', { taskId: '9007199254740993' }],
    ['a huge number', { taskId: 1e21 }],
    ['not a number', { taskId: Number.NaN }],
    ['an object', { taskId: { id: 51 } }],
    ['a list as id', { taskId: ['51'] }],
    ['another case', { taskid: '51' }],
    ['markup', { taskId: '<b>51</b>' }],
  ];
  test.each(noTask)('%s names no task', (_what, options) => {
    expect(parsePlacement('TASK_VIEW_TAB', options)).toEqual(unsupported);
  });
});

test.each(['', 'DEFAULT'])('%j is the own page', (code) => {
  expect(parsePlacement(code, { taskId: '51' })).toEqual({ kind: 'home', code: 'DEFAULT' });
});

describe('a tab of the CRM', () => {
  test.each([
    ['CRM_LEAD_DETAIL_TAB', 'lead'],
    ['CRM_DEAL_DETAIL_TAB', 'deal'],
    ['CRM_CONTACT_DETAIL_TAB', 'contact'],
    ['CRM_COMPANY_DETAIL_TAB', 'company'],
  ])('%s: the type stands in the code, the id in the options (RF 6.4)', (code, type) => {
    const options = { ID: '8061', URI: '/crm/deal/details/8061/?IFRAME=Y' };
    expect(parsePlacement(code, options)).toEqual({ kind: 'crm', code, entity: { type, id: 8061 } });
  });

  test('as JSON text, and with a number', () => {
    const entity = { type: 'deal', id: 7 };
    const code = 'CRM_DEAL_DETAIL_TAB';
    expect(parsePlacement(code, '{&quot;ID&quot;:7}')).toEqual({ kind: 'crm', code, entity });
  });

  test.each([[{}], [[]], [{ ID: '0' }], [{ ID: 'D_7' }], [{ taskId: '7' }]])(
    '%j names no deal',
    (options) => {
      const code = 'CRM_DEAL_DETAIL_TAB';
      expect(parsePlacement(code, options)).toEqual({ kind: 'unsupported', code });
    },
  );

  test.each(['CRM_DYNAMIC_128_DETAIL_TAB', 'CRM_QUOTE_DETAIL_TAB', 'CRM_SMART_INVOICE_DETAIL_TAB'])(
    '%s: an element without open lines (RF 4.1)',
    (code) => {
      expect(parsePlacement(code, { ID: '1' })).toEqual({ kind: 'smartProcess', code });
    },
  );
});

const noScreen = [
  'CRM_DEAL_DETAIL_ACTIVITY',
  'CRM_DETAIL_TAB',
  'crm_deal_detail_tab',
  'task_view_tab',
  'TASK_VIEW_TAB2',
  'MY_TASK_VIEW_TAB',
  '__proto__',
];
test.each(noScreen)('%s has no screen', (code) => {
  expect(parsePlacement(code, { taskId: '51', ID: '51' })).toEqual({ kind: 'unsupported', code });
});
