/**
 * What was typed a moment ago, until the database has it: a frame that is closed right after a key is given no time for
 * its transactions, and is not told that it goes. Refused storage is told elsewhere; here nothing is kept then.
 */
import * as v from 'valibot';
import { draftSchema, type Draft, type Written } from './drafts.ts';
import { nameOf, type Owner } from './owner.ts';

/** With the id of the draft they are of. */
export interface LeftWords extends Draft {
  draftId: string;
}

export interface LastWords {
  keep: (words: Written) => void;
  forget: () => void;
  /** Those of pages that are gone, once. Takes its moment where it cannot be told yet whether a page is. */
  take: () => Promise<LeftWords[]>;
}

/** ms; within it a page that lives has stored what it keeps here. */
const settled = 1_000;

/** @param draftId the page's own in that lane; '' is nobody's, and takes them all */
export function lastWordsOf(owner: Owner, lane: string, draftId: string): LastWords {
  const prefix = nameOf(owner, 'last-words', lane, '');
  const ownKey = prefix + draftId;
  const ofOthers = () =>
    (tried(() => Object.keys(localStorage)) ?? []).filter((key) => key.startsWith(prefix) && key !== ownKey);
  return {
    keep(words) {
      const draft: Draft = { ...words, savedAt: Date.now() };
      tried(() => localStorage.setItem(ownKey, JSON.stringify(draft)));
    },
    forget: () => void tried(() => localStorage.removeItem(ownKey)),
    async take() {
      const savedAt = ofOthers().flatMap((key) => tried(() => readWords(key).savedAt) ?? []);
      const wait = Math.min(settled, Math.max(0, ...savedAt) + settled - Date.now());
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      return ofOthers().flatMap((key) => {
        const words = tried(() => readWords(key));
        tried(() => localStorage.removeItem(key));
        return words ? Object.assign(words, { draftId: key.slice(prefix.length) }) : [];
      });
    },
  };
}

function readWords(key: string): Draft {
  return v.parse(draftSchema, JSON.parse(localStorage.getItem(key) ?? ''));
}

function tried<Value>(action: () => Value): Value | null {
  try {
    return action();
  } catch {
    return null;
  }
}
