/** Types of the catalogues: English gives the keys and placeholders, the others must have the same. */
import type { en } from './en.ts';

type English = typeof en;

/** A text that depends on `count`. The forms are those of `Intl.PluralRules`; `other` is the one that always exists. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What another language has to bring: the same areas and keys, a plural where English has one. */
export type Catalogue = {
  [Area in keyof English]: {
    [Name in keyof English[Area]]: English[Area][Name] extends string ? string : Plural;
  };
};

/** `area.name`, for example `sending.retry` */
export type Key = {
  [Area in keyof English]: `${Area}.${keyof English[Area] & string}`;
}[keyof English];

type Entry<K extends Key> = K extends `${infer Area extends keyof English}.${infer Name}`
  ? Name extends keyof English[Area]
    ? English[Area][Name]
    : never
  : never;

type Placeholders<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

// Over each key of a union by itself: a `t` that may say one of two things needs what either of them needs.
type Names<K extends Key> = K extends Key
  ? Entry<K> extends string
    ? Placeholders<Entry<K>>
    : Placeholders<Entry<K>[keyof Entry<K>]> | 'count'
  : never;

type Values<K extends Key> = { [Name in Names<K>]: Name extends 'count' ? number : string | number };

/**
 * The second argument of `t`: nothing for a text without placeholders, else every placeholder. A key that is any
 * key at all takes whatever comes; so does a misspelt one, whose error message is then about the key.
 */
export type Arguments<K extends Key> = [Key] extends [K]
  ? [values?: Readonly<Record<string, string | number>>]
  : [Names<K>] extends [never]
    ? []
    : [values: Values<K>];
