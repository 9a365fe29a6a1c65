// The page's address in webhook development.
import { expect, test } from 'vitest';
import { readPlace } from '../../../src/dev/places.ts';

test.each([
  [
    '?placement=TASK_VIEW_TAB&taskId=51',
    'TASK_VIEW_TAB',
    { kind: 'task', code: 'TASK_VIEW_TAB', taskId: 51 },
  ],
  ['?placement=TASK_VIEW_TAB&taskId=x', 'TASK_VIEW_TAB', { kind: 'unsupported', code: 'TASK_VIEW_TAB' }],
  [
    '?placement=CRM_DEAL_DETAIL_TAB&ID=10',
    'CRM_DEAL_DETAIL_TAB',
    { kind: 'crm', code: 'CRM_DEAL_DETAIL_TAB', entity: { type: 'deal', id: 10 } },
  ],
  ['?placement=INSTALL', 'INSTALL', { kind: 'home', code: 'DEFAULT' }],
  ['?placement=ELSEWHERE&taskId=5', 'DEFAULT', { kind: 'home', code: 'DEFAULT' }],
  ['', 'DEFAULT', { kind: 'home', code: 'DEFAULT' }],
])('%s', (query, place, placement) => {
  expect(readPlace(query)).toMatchObject({ place, placement });
});
