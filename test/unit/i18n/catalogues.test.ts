// All languages have the same keys, placeholders and complete plurals.
import { describe, expect, test } from 'vitest';
import type { Catalogue, Plural } from '../../../src/i18n/catalogue.ts';
import { en } from '../../../src/i18n/en.ts';
import { ru } from '../../../src/i18n/ru.ts';

function entries(catalogue: Catalogue): Map<string, string | Plural> {
  return new Map(
    Object.entries<Record<string, string | Plural>>(catalogue).flatMap(([area, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${area}.${name}`, text] as const),
    ),
  );
}

const forms = (text: string | Plural) => (typeof text === 'string' ? { other: text } : text);
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
const english = entries(en);

describe.each([
  ['en', en],
  ['ru', ru],
] as Array<[string, Catalogue]>)('%s', (language, catalogue) => {
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
  const untranslated = [...entries(ru)]
    .filter(([key, text]) => /\p{L}/u.test(words(english.get(key))) && !/[а-яё]/i.test(words(text)))
    .map(([key]) => key);
  expect(untranslated).toEqual(['common.appName']);
});

test('the names that tests and people rely on', () => {
  expect(en.conversation).toMatchObject({ messages: 'Messages', message: 'Message', send: 'Send' });
});
