// All languages have the same keys, placeholders and complete plurals.
import { describe, expect, test } from 'vitest';
import type { Plural, Words } from '../../../src/i18n/catalogue.ts';
import { crmEn } from '../../../src/i18n/crm/en.ts';
import { en } from '../../../src/i18n/en.ts';
import { installEn } from '../../../src/i18n/install/en.ts';
import { installRu } from '../../../src/i18n/install/ru.ts';
import { ru } from '../../../src/i18n/ru.ts';

function entries(catalogue: Words): Map<string, string | Plural> {
  return new Map(
    Object.entries(catalogue).flatMap(([area, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${area}.${name}`, text] as const),
    ),
  );
}

const forms = (text: string | Plural) => (typeof text === 'string' ? { other: text } : text);
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
/** What everybody loads, and what comes with CRM cards and with the installer. */
const all = { en: { ...en, ...crmEn, ...installEn }, ru: { ...ru, ...installRu } };
const english = entries(all.en);

test('CRM cards and the installer bring areas of their own: none of them hides words of everybody’s', () => {
  expect(Object.keys({ ...crmEn, ...installEn }).filter((area) => area in en)).toEqual([]);
});

describe.each([
  ['en', all.en],
  ['ru', all.ru],
] as Array<[string, Words]>)('%s', (language, catalogue) => {
  const texts = entries(catalogue);

  test('has the keys of English, no more', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test.each([...english])('%s', (key, model) => {
    const text = texts.get(key) ?? '';
    expect(typeof text).toBe(typeof model);
    const expected = placeholders(forms(model).other);
    for (const form of Object.values(forms(text))) {
      expect(form.trim()).toBe(form);
      expect(form).not.toBe('');
      expect(placeholders(form)).toEqual(expected);
      expect(form.replace(/\{\{\w+\}\}/g, '')).not.toMatch(/[{}]/);
    }
    if (typeof text === 'string') return;
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    expect(Object.keys(text).sort()).toEqual([...needed].sort());
  });
});

test('Russian is Russian', () => {
  const words = (text: string | Plural | undefined) => forms(text ?? '').other.replace(/\{\{\w+\}\}/g, '');
  const untranslated = [...entries(all.ru)]
    .filter(([key, text]) => /\p{L}/u.test(words(english.get(key))) && !/[а-яё]/i.test(words(text)))
    .map(([key]) => key);
  expect(untranslated).toEqual(['common.appName']);
});

test('the names that tests and people rely on', () => {
  expect(en.conversation).toMatchObject({ messages: 'Messages', message: 'Message', send: 'Send' });
});
