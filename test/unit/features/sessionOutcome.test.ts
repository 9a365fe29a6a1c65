// What an action on a conversation has come to: by how it stands afterwards, whatever the portal answered.
import { describe, expect, test } from 'vitest';
import { outcomeOf, type Attempt } from '../../../src/features/session/outcome.ts';
import { troubleWords } from '../../../src/features/session/outcomeWords.ts';
import { withCrmWords } from '../../../src/i18n/crm/withCrmWords.ts';
import { english } from '../../../src/i18n/translator.ts';
import { PortalError } from '../../../src/portal/errors.ts';
import type { LineDialog } from '../../../src/portal/methods/lineDialogs.ts';

const me = 1;
const dialog = (more: Partial<LineDialog>): LineDialog => ({
  chatId: 101,
  name: 'Clara Weiss - Support',
  connectorId: 'telegrambot',
  lineId: 1,
  clientId: 21,
  sessionId: 401,
  ownerId: me,
  isMember: true,
  isWaiting: false,
  linked: { lead: null, deal: 7, contact: null, company: null },
  unreadCount: 0,
  lastMessageId: null,
  replyUntil: null,
  ...more,
});
const closed = dialog({ sessionId: null, ownerId: null, isMember: false });
const davids = dialog({ ownerId: 7 });
const error = (code: string, kind: PortalError['kind'] = 'refused') =>
  new PortalError({
    kind,
    code,
    method: 'imopenlines.operator.finish',
    ...(kind === 'refused' ? { executed: 'no' as const } : {}),
  });
const refused = error('OPERATOR_WRONG');
const lost = error('TIMEOUT', 'unreachable');
const toDavid: Partial<Attempt> = { receiver: { userId: 7, name: 'David' } };
const toQueue: Partial<Attempt> = { receiver: { lineId: 2, name: 'Sales' } };

test.each<[Attempt['action'], Partial<Attempt>, PortalError | null, LineDialog | null, string]>([
  ['answer', {}, null, dialog({}), 'done'],
  ['answer', {}, null, davids, 'notDone'],
  ['answer', {}, null, null, 'accepted'],
  ['answer', {}, lost, dialog({}), 'done'],
  ['answer', {}, lost, davids, 'notDone'],
  ['answer', {}, lost, null, 'unclear'],
  ['answer', {}, error('EMPTY_ERROR'), dialog({}), 'done'],
  ['answer', {}, error('EMPTY_ERROR'), closed, 'notDone'],
  ['finish', {}, null, closed, 'done'],
  ['finish', {}, null, dialog({ isWaiting: true }), 'ending'],
  ['finish', {}, lost, dialog({ isWaiting: true }), 'ending'],
  ['finish', {}, refused, dialog({ isWaiting: true }), 'notDone'],
  ['finish', {}, null, dialog({}), 'notDone'],
  ['spam', {}, null, dialog({}), 'notDone'],
  ['spam', {}, null, closed, 'done'],
  ['spam', {}, lost, closed, 'unclear'],
  ['spam', {}, refused, closed, 'notDone'],
  ['start', {}, null, dialog({}), 'done'],
  ['start', {}, null, davids, 'joined'],
  ['start', {}, null, closed, 'notDone'],
  ['join', {}, null, davids, 'done'],
  ['join', {}, null, dialog({ isMember: null }), 'done'],
  ['join', {}, lost, dialog({ isMember: null }), 'unclear'],
  ['skip', {}, null, dialog({ ownerId: null }), 'done'],
  ['skip', {}, lost, dialog({ ownerId: null }), 'unclear'],
  ['transfer', toDavid, null, davids, 'done'],
  ['transfer', toDavid, null, dialog({ ownerId: null }), 'done'],
  ['transfer', toDavid, refused, dialog({ ownerId: 6 }), 'notDone'],
  ['transfer', toDavid, lost, dialog({ ownerId: 6 }), 'unclear'],
  ['transfer', toQueue, null, dialog({ ownerId: null }), 'done'],
  ['transfer', toQueue, null, dialog({}), 'notDone'],
])('%s %o, %s: %#', (action, more, failure, now, verdict) => {
  expect(outcomeOf({ action, currentUserId: me, ...more }, failure, now).verdict).toBe(verdict);
});

describe('every refusal of RF 4.3 has words of its own, and none shows a bare code', () => {
  const codes = [
    'EMPTY_ERROR',
    'ACCESS_DENIED',
    'ACCESS_DENIED_KICK',
    'CHAT_TYPE',
    'CHAT_ID',
    'OPERATOR_WRONG',
    'USER_ID',
    'ERROR_USER_NOT_OPERATOR',
    'NOT_LOAD_CHAT',
    'SOMETHING_NEW',
  ];
  const said = codes.map((code) => {
    const outcome = outcomeOf({ action: 'finish', currentUserId: me }, error(code), davids);
    return troubleWords(withCrmWords(english).t, outcome, () => 'David Mensah')?.text ?? '';
  });

  test.each(codes.map((code, at) => [code, at] as const))('%s', (code, at) => {
    expect(said[at]).toMatch(/ Now David Mensah answers\.$/);
    expect(said[at]).not.toContain(code);
    expect(said.indexOf(said[at] ?? '')).toBe(at);
  });
});
