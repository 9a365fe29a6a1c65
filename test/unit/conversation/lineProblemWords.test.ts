import { expect, test } from 'vitest';
import { lineProblemWords } from '../../../src/conversation/lineProblemWords.ts';
import { english } from '../../../src/i18n/translator.ts';

const wordsOf = (code: string, portalText = '', kind = 'refused') =>
  lineProblemWords(english.t, { kind, code, portalText });

test('every documented error of imopenlines.crm.message.add has words of its own (RF 4.1)', () => {
  const codes = ['CHAT_NOT_IN_CRM', 'CANCELED', 'ERROR_ARGUMENT', 'MESSAGE_ADD_ERROR', 'IM_NOT_INSTALLED'];
  const titles = codes.map((code) => wordsOf(code).title);
  expect(new Set(titles).size).toBe(codes.length);
  expect(titles).not.toContain(english.t('errors.refusedTitle'));
  expect(codes.map((code) => wordsOf(code).text)).not.toContain('');
});

test('one code for two refusals: the reader may not see the element, or the one it is sent as', () => {
  const reader = 'Access denied! You dont have access to this action';
  const author = ['User dont have access to this entity', "User don't have access to this entity"];
  expect(wordsOf('ACCESS_DENIED', reader, 'denied').title).toBe(english.t('line.noElementTitle'));
  for (const text of author) {
    const { title } = wordsOf('ACCESS_DENIED', `Access denied! ${text}`, 'denied');
    expect(title).toBe(english.t('line.authorDeniedTitle'));
  }
});

test('what Bitrix24 misses in a message is quoted; other problems have the words they have anywhere', () => {
  const text = "Argument 'MESSAGE' is null or empty";
  expect(wordsOf('ERROR_ARGUMENT', text).quote).toBe(text);
  expect(wordsOf('TIMEOUT', '', 'unreachable').title).toBe(english.t('errors.unreachableTitle'));
});
