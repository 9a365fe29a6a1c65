/**
 * Picks a text and fills it in.
 *
 * Decision: not i18next 26. It is well kept, yet costs 16.1 KB gzip (esbuild, minified) of the 25 KB that all our
 * JavaScript may take before the first message, for interpolation and plurals, which `Intl.PluralRules` does for
 * 0.5 KB. The catalogues keep its `{{name}}` form, so that changing over would be a change of this file.
 */
import type { Arguments, English, Key, Loaded, Plural, Words } from './catalogue.ts';

/** A typed `t`: a wrong key, a missing or a needless placeholder is a type error. Numbers are written as `locale` does. */
export type Translate<Model = English> = <K extends Key<Model>>(
  key: K,
  ...values: Arguments<K, Model>
) => string;

/**
 * `language` is that of the catalogue and rules the plurals; `formatNumber` writes numbers for the reader.
 * Ids are no numbers to be grouped: hand them over as strings.
 */
export function makeTranslate<Model>(
  catalogue: Loaded<NoInfer<Model>> & Words,
  language: string,
  formatNumber: (value: number) => string,
): Translate<Model> {
  const rules = new Intl.PluralRules(language);
  return (key, ...[given]) => {
    const values: Record<string, string | number> = given ?? {};
    const entry = find(catalogue, key);
    const text =
      typeof entry === 'string' ? entry : (entry[rules.select(Number(values['count']))] ?? entry.other);
    return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
      const value = values[name] ?? placeholder;
      return typeof value === 'number' ? formatNumber(value) : value;
    });
  };
}

function find(words: Words, key: string): string | Plural {
  const [area = '', name = ''] = key.split('.');
  return words[area]?.[name] ?? key;
}
