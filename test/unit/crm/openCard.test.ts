/** A card of which not everything can be read: what is shown of it, and what is said to be missing. */
import { describe, expect, test } from 'vitest';
import { PortalError, type PortalErrorKind } from '../../../src/portal/errors.ts';
import { contactsLeftOut, readCard } from '../../../src/portal/methods/crmItems.ts';
import { isThere, type OpenedCard } from '../../../src/screens/crm/openCrmCard.ts';

const no = (kind: PortalErrorKind, code = 'ANY') => new PortalError({ kind, code, method: 'crm.item.get' });

/** @param failures by the names of their commands; all else is answered */
const readDeal = (failures: Record<string, PortalError>, contactIds = [11, 12]) =>
  readCard({ type: 'deal', id: 10 }, (name) => {
    if (failures[name]) throw failures[name];
    if (name === 'card') return { item: { title: 'Shop', contactIds, companyId: 14 } };
    return { item: name === 'cardCompany' ? { title: 'Northwind' } : { name: `${name}’s` } };
  });

describe('a contact or a company that cannot be read', () => {
  test('hides nobody else, and it is told why it is missing', () => {
    const problem = no('unclear');
    const card = readDeal({ cardContact0: problem });
    expect(card).toMatchObject({
      item: { title: 'Shop' },
      contacts: [{ entity: { id: 12 } }],
      company: { title: 'Northwind' },
    });
    expect(card.relativeProblem).toBe(problem);
    expect(readDeal({ cardCompany: no('malformed') })).toMatchObject({
      contacts: [{}, {}],
      company: null,
      relativeProblem: { kind: 'malformed' },
    });
  });

  test.each([no('denied'), no('refused', 'NOT_FOUND')])(
    'is no problem where it is not for this person: %s',
    (error) => {
      const card = readDeal({ cardContact1: error });
      expect(card.contacts).toHaveLength(1);
      expect(card).not.toHaveProperty('relativeProblem');
    },
  );

  test('contacts that were not looked at are counted', () => {
    expect(contactsLeftOut(readDeal({}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toBe(0);
    const card = readDeal({}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(card.contacts).toHaveLength(10);
    expect(contactsLeftOut(card)).toBe(2);
  });
});

test.each([
  [no('denied'), false],
  [no('refused', 'NOT_FOUND'), false],
  [no('limit'), true],
  [no('unclear'), true],
  [no('malformed'), true],
  [no('scope'), true],
])('no access is claimed only where the portal says so: %s', (cardProblem, expected) => {
  const opened: OpenedCard = {
    user: { id: 1, name: 'Anna Keller' },
    isAdmin: false,
    card: null,
    cardProblem,
    chats: [],
    newest: null,
    began: 0,
  };
  expect(isThere(opened)).toBe(expected);
});
