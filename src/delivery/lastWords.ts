/**
 * What was typed a moment ago, until the database has it: a frame that is closed right after a key is given no time for
 * its transactions, and is not told that it goes. Refused storage is told elsewhere; here nothing is kept then.
 */
import * as v from 'valibot';
import { draftSchema, written, type Draft, type Written } from './drafts.ts';
import { nameOf, type Owner } from './owner.ts';

export interface LastWords {
  keep: (words: Written) => void;
  forget: () => void;
  /** Those of pages that are gone, once. Takes its moment where it cannot be told yet whether a page is. */
  take: () => Promise<Draft[]>;
}

/** ms; within it a page that lives has stored what it keeps here. */
const settled = 1_000;

/** @param draftId the page's own in that lane */
export function lastWordsOf(owner: Owner, lane: string, draftId: string): LastWords {
  const prefix = nameOf(owner, 'last-words', lane, '');
  const ownKey = prefix + draftId;
  const ofOthers = () =>
    (tried(() => Object.keys(localStorage)) ?? []).filter((key) => key.startsWith(prefix) && key !== ownKey);
  return {
    keep({ text, replyTo }) {
      const draft: Draft = { ...written(text, replyTo), savedAt: Date.now() };
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
        return words ?? [];
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
