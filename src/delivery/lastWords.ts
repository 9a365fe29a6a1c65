/**
 * What was typed a moment ago, until the database has it: a frame that is closed right after a key is given no time for
 * its transactions, and is not told that it goes. Refused storage is told elsewhere; here nothing is kept then.
 */
import * as v from 'valibot';
import { draftSchema, type Draft, type Written } from './drafts.ts';
import { nameOf, type Owner } from './owner.ts';

/** Of a page that is gone. */
export interface LeftWords extends Draft {
  /** what they were typed into; NaN: nothing that the portal holds */
  about: number;
  /** Once they are stored; what was written there meanwhile stays. */
  forget: () => void;
}

export interface LastWords {
  /** @param about what they are typed into, where that is something the portal holds */
  keep: (words: Written, about?: number) => void;
  forget: (about?: number) => void;
  /** Those of other pages. Takes its moment where it cannot be told yet whether a page is gone. */
  read: () => Promise<LeftWords[]>;
  /** The same, once. */
  take: () => Promise<LeftWords[]>;
}

/** ms; within it a page that lives has stored what it keeps here. */
const settled = 1_000;
const kind = 'last-words';

/** @param page no other has the same */
export function lastWordsOf(owner: Owner, lane: string, page: string): LastWords {
  const prefix = nameOf(owner, kind, lane, '');
  const keyOf = (about?: number) => prefix + (about === undefined ? '' : `${about}:`) + page;
  const ofOthers = () => allKeys().filter((key) => key.startsWith(prefix) && !key.endsWith(page));

  async function read(): Promise<LeftWords[]> {
    const savedAt = ofOthers().flatMap((key) => readWords(key)?.savedAt ?? []);
    const wait = Math.min(settled, Math.max(0, ...savedAt) + settled - Date.now());
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    return ofOthers().flatMap((key) => {
      const words = readWords(key);
      const forget = () => readWords(key)?.savedAt === words?.savedAt && remove(key);
      return words
        ? Object.assign(words, { about: Number.parseInt(key.slice(prefix.length), 10), forget })
        : [];
    });
  }

  return {
    keep(words, about) {
      const draft: Draft = { ...words, savedAt: Date.now() };
      tried(() => localStorage.setItem(keyOf(about), JSON.stringify(draft)));
    },
    forget: (about) => remove(keyOf(about)),
    read,
    async take() {
      const left = await read();
      for (const { forget } of left) forget();
      return left;
    },
  };
}

/** Of whomever: that person may never come back. @param before ms since 1970; what does not say when is older */
export function removeOldWords(before: number): void {
  const those = allKeys().filter((key) => key.startsWith('chat-desk:') && key.includes(`:${kind}:`));
  for (const key of those) if ((readWords(key)?.savedAt ?? 0) < before) remove(key);
}

function allKeys(): string[] {
  return tried(() => Object.keys(localStorage)) ?? [];
}

function remove(key: string): void {
  tried(() => localStorage.removeItem(key));
}

function readWords(key: string): Draft | null {
  return tried(() => v.parse(draftSchema, JSON.parse(localStorage.getItem(key) ?? '')));
}

function tried<Value>(action: () => Value): Value | null {
  try {
    return action();
  } catch {
    return null;
  }
}
