// Words, plurals, dates and numbers by language.
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Arguments, English, Key } from '../../../src/i18n/catalogue.ts';
import type { installEn } from '../../../src/i18n/install/en.ts';
import { toLocale, toTextLanguage } from '../../../src/i18n/languages.ts';
import { createTranslator, english } from '../../../src/i18n/translator.ts';

// Intl puts narrow and no-break spaces between parts; which ones is its own affair.
const spaces = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('words', () => {
  test('English, filled in', () => {
    const { t } = english;
    expect(t('task.loading')).toBe('Opening the task…');
    expect(t('errors.scopeText', { scope: 'tasks' })).toContain('“tasks”');
    expect(t('conversation.counter', { count: 142, limit: 20_000 })).toBe('142 / 20,000');
    expect(t('task.title', { id: '12345' })).toBe('Task 12345');
    expect(t('sending.notSent', { count: 1 })).toBe('1 message not sent');
    expect(t('sending.notSent', { count: 0 })).toBe('0 messages not sent');
  });

  test('values are put in as they are', () => {
    const reason = '$& {{reason}} $1 <b>';
    expect(english.t('sending.refusedBecause', { reason })).toBe(`Not sent: ${reason}`);
  });

  test('Russian plurals', async () => {
    const { t, textLanguage, language } = await createTranslator('ru');
    expect([textLanguage, language]).toEqual(['ru', 'ru']);
    const said = [1, 2, 5, 11, 21, 1.5, 12_345].map((count) => spaces(t('sending.notSent', { count })));
    expect(said).toEqual([
      'Не отправлено 1 сообщение',
      'Не отправлено 2 сообщения',
      'Не отправлено 5 сообщений',
      'Не отправлено 11 сообщений',
      'Не отправлено 21 сообщение',
      'Не отправлено 1,5 сообщения',
      'Не отправлено 12 345 сообщений',
    ]);
  });

  test('English words with the numbers of a language that has none of ours', async () => {
    const { t, textLanguage, language, formatNumber } = await createTranslator('de');
    expect([textLanguage, language]).toEqual(['en', 'de']);
    expect(t('sending.notSent', { count: 1 })).toBe('1 message not sent');
    expect(formatNumber(20_000)).toBe('20.000');
  });

  test('types know keys and placeholders', () => {
    expectTypeOf<'task.loading'>().toExtend<Key>();
    expectTypeOf<'common.nothing'>().not.toExtend<Key>();
    // The installer's words are loaded with it: nobody else may ask for them.
    expectTypeOf<'install.start'>().not.toExtend<Key>();
    expectTypeOf<'install.start' | 'task.loading'>().toExtend<Key<English & typeof installEn>>();
    expectTypeOf<'install.nothing'>().not.toExtend<Key<English & typeof installEn>>();
    expectTypeOf<Arguments<'install.address', English & typeof installEn>>().toEqualTypeOf<
      [values: { address: string | number }]
    >();
    expectTypeOf<Arguments<'task.loading'>>().toEqualTypeOf<[]>();
    expectTypeOf<Arguments<'sending.refusedBecause'>>().toEqualTypeOf<
      [values: { reason: string | number }]
    >();
    expectTypeOf<Arguments<'sending.refusedBecause' | 'errors.scopeText'>>().toEqualTypeOf<
      [values: { reason: string | number; scope: string | number }]
    >();
    expectTypeOf<Arguments<'conversation.tooLong'>>().toEqualTypeOf<[values: { count: number }]>();
  });
});

describe('languages of Bitrix24', () => {
  test.each([
    ['en', 'en-GB'],
    ['ru', 'ru'],
    ['ua', 'uk'],
    ['br', 'pt-BR'],
    ['la', 'es-419'],
    ['kz', 'kk'],
    ['vn', 'vi'],
    ['DE', 'de'],
    ['', 'en-GB'],
    ['__proto__', 'en-GB'],
    ['not a language', 'en-GB'],
  ])('%j is %s', (code, locale) => {
    expect(toLocale(code)).toBe(locale);
  });

  test.each(['sc', 'tc', 'ja', 'id', 'ms', 'fr', 'it', 'pl', 'tr', 'ar', 'th', 'by', 'in'])(
    '%s is known',
    (code) => {
      expect(toLocale(code)).not.toBe('en-GB');
    },
  );

  test('our words', () => {
    expect(['ru', 'RU', 'en', 'de', ''].map(toTextLanguage)).toEqual(['ru', 'ru', 'en', 'en', 'en']);
  });
});

describe('dates and sizes', () => {
  const now = new Date(2026, 10, 21, 12, 0);
  const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts);

  test('English', () => {
    const { formatDay, formatDate, formatTime, formatDateTime, formatSize } = english;
    expect(formatDay(at(2026, 10, 21, 0, 0), now)).toBe('Today');
    expect(formatDay(at(2026, 10, 20, 23, 59), now)).toBe('Yesterday');
    expect(formatDay(at(2026, 10, 22, 0, 0), now)).toBe('22 November');
    expect(formatDay(at(2026, 10, 12), now)).toBe('12 November');
    expect(formatDay(at(2025, 10, 12), now)).toBe('12 November 2025');
    expect(formatDate(at(2026, 10, 28), now)).toBe('28 Nov');
    expect(formatTime(at(2026, 10, 21, 9, 5))).toBe('09:05');
    expect(formatTime(at(2026, 10, 21, 0, 5))).toBe('00:05');
    expect(formatDateTime(at(2026, 10, 12, 16, 42), now)).toBe('12 Nov, 16:42');
    expect(formatDateTime(at(2026, 10, 21, 16, 42), now)).toBe('16:42');
    expect([0, 999, 1000, 1_234_567, 5e13].map((bytes) => spaces(formatSize(bytes)))).toEqual([
      '0 byte',
      '999 byte',
      '1 kB',
      '1.2 MB',
      '50 TB',
    ]);
  });

  test('Russian', async () => {
    const { formatDay, formatDate, formatSize } = await createTranslator('ru');
    expect(formatDay(now, now)).toBe('Сегодня');
    expect(formatDay(at(2026, 10, 20), now)).toBe('Вчера');
    expect(formatDay(at(2026, 10, 12), now)).toBe('12 ноября');
    expect(formatDate(at(2026, 10, 28), now)).toBe('28 нояб.');
    expect(spaces(formatSize(1_234_567))).toBe('1,2 МБ');
  });

  test('moments as REST gives them, and what is none', () => {
    const { formatDay, formatTime } = english;
    expect(formatDay('2026-11-12T12:00:00+00:00', now)).toBe('12 November');
    expect([formatDay('soon', now), formatTime(Number.NaN), formatTime('')]).toEqual(['', '', '']);
  });

  test('the night when the clock is changed', () => {
    const { formatDay } = english;
    const summer = at(2026, 2, 29, 23, 30);
    expect(formatDay(at(2026, 2, 28, 0, 30), summer)).toBe('Yesterday');
    expect(formatDay(at(2026, 9, 24, 23, 30), at(2026, 9, 25, 23, 30))).toBe('Yesterday');
  });
});
