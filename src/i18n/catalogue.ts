/**
 * Types of the catalogues: English gives the keys and placeholders, the others must have the same. They are about the
 * words everybody loads unless they are given another model, such as these and the installer's together.
 */
import type { crmEn } from './crm/en.ts';
import type { en } from './en.ts';

/** What everybody loads, and what comes with the cards of the CRM: only what is shown there may say the latter. */
export type English = typeof en & typeof crmEn;

/** A text that depends on `count`. The forms are those of `Intl.PluralRules`; `other` is the one that always exists. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Any catalogue, for code that looks words up. */
export type Words = Readonly<Record<string, Readonly<Record<string, string | Plural>>>>;

/** What another language has to bring: the same areas and keys, a plural where English has one. */
export type Catalogue<Model = English> = {
  [Area in keyof Model]: {
    [Name in keyof Model[Area]]: Model[Area][Name] extends string ? string : Plural;
  };
};

/** A catalogue to which the words of CRM cards may still be added. */
export type Loaded<Model = English> = Omit<Catalogue<Model>, keyof typeof crmEn>;

/** `area.name`, for example `sending.retry` */
export type Key<Model = English> = {
  [Area in keyof Model & string]: `${Area}.${keyof Model[Area] & string}`;
}[keyof Model & string];

type Entry<K, Model> = K extends `${infer Area extends keyof Model & string}.${infer Name}`
  ? Name extends keyof Model[Area]
    ? Model[Area][Name]
    : never
  : never;

type Placeholders<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

// Over each key of a union by itself: a `t` that may say one of two things needs what either of them needs.
type Names<K, Model> =
  K extends Key<Model>
    ? Entry<K, Model> extends string
      ? Placeholders<Entry<K, Model>>
      : Placeholders<Entry<K, Model>[keyof Entry<K, Model>]> | 'count'
    : never;

type Values<K, Model> = {
  [Name in Names<K, Model>]: Name extends 'count' ? number : string | number;
};

/**
 * The second argument of `t`: nothing for a text without placeholders, else every placeholder. A key that is any
 * key at all takes whatever comes; so does a misspelt one, whose error message is then about the key.
 */
export type Arguments<K extends Key<Model>, Model = English> = [Key<Model>] extends [K]
  ? [values?: Readonly<Record<string, string | number>>]
  : [Names<K, Model>] extends [never]
    ? []
    : [values: Values<K, Model>];
