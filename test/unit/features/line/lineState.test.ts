import { expect, test } from 'vitest';
import { readState, type LineState } from '../../../../src/features/line/lineState.ts';
import { PortalError } from '../../../../src/portal/errors.ts';
import type { LineEntity } from '../../../../src/portal/methods/openLines.ts';

const deal: LineEntity = { type: 'deal', id: 10 };
const contact: LineEntity = { type: 'contact', id: 12 };
const chatId = 106;

type Listing = 'active' | 'not active' | 'denied' | 'unknown';

const method = 'imopenlines.crm.chat.get';

function listed(what: Listing): unknown {
  if (what === 'denied') throw new PortalError({ kind: 'denied', code: 'ACCESS_DENIED', method });
  if (what === 'unknown') throw new PortalError({ kind: 'limit', code: 'QUERY_LIMIT_EXCEEDED', method });
  return what === 'active' ? [{ CHAT_ID: String(chatId) }] : [];
}

test.each<[deals: Listing, contacts: Listing, before: LineEntity | null, under: LineEntity | null]>([
  ['active', 'active', null, deal],
  ['not active', 'active', deal, contact],
  ['denied', 'active', deal, contact],
  // The deal's own listing tells nothing this time: it goes on as before.
  ['unknown', 'active', deal, deal],
  ['unknown', 'active', null, contact],
  ['unknown', 'not active', deal, deal],
  ['active', 'unknown', contact, deal],
  ['not active', 'unknown', contact, contact],
  ['not active', 'not active', deal, null],
  ['denied', 'not active', deal, null],
])('the deal says "%s", its contact "%s"', (deals, contacts, replyEntity, under) => {
  const before: LineState = { dialog: null, isMember: true, readsBy: 'dialog', canJoin: null, replyEntity };
  const answers: Record<string, Listing> = { active0: deals, active1: contacts };
  const answer = (name: string) => listed(answers[name] ?? 'unknown');
  expect(readState(answer, { chatId, entities: [deal, contact], before }).replyEntity).toEqual(under);
});
