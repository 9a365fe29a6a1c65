/** Changes that earlier pages have left: what is stored, and what was typed last and may not be. Pure. */
import { joinDrafts, type Draft } from '../delivery/drafts.ts';
import type { LeftWords } from '../delivery/lastWords.ts';

export interface KeptEdit {
  text: string;
  /** what the portal held when it was begun */
  base: string;
  /** what was sent to be saved, without a clear answer */
  attempted?: string;
  /** what was typed before the person took the text that the portal has since */
  setAside?: string;
}

export type KeptEdits = ReadonlyMap<number, KeptEdit>;

/** What is stored, by what it is typed into. */
export function storedEdits(drafts: ReadonlyMap<string, Draft>): Map<number, KeptEdit> {
  return new Map(
    [...drafts].flatMap(([id, draft]): Array<[number, KeptEdit]> => {
      const edit = editOf(draft);
      return edit ? [[Number(id), edit]] : [];
    }),
  );
}

/** Last words take the place of what their page had stored before, and stand beside everything else. */
export function foundEdits(drafts: ReadonlyMap<string, Draft>, left: readonly LeftWords[]): KeptEdits {
  const found = storedEdits(drafts);
  for (const words of left.toSorted((one, other) => one.savedAt - other.savedAt)) {
    const { about, isApart, savedAt } = words;
    const edit = editOf(words);
    const before = found.get(about);
    if (!edit || Number.isNaN(about)) continue;
    const isNext = !isApart && savedAt >= (drafts.get(String(about))?.savedAt ?? 0);
    found.set(about, before && !isNext ? joinEdits(before, edit) : edit);
  }
  return found;
}

/** What the portal held when the older one was begun stays: what was written there since is not overlooked. */
export function joinEdits(older: KeptEdit, newer: KeptEdit): KeptEdit {
  const setAside = joinTexts(older.setAside, newer.setAside);
  return {
    ...newer,
    ...older,
    text: joinTexts(older.text, newer.text),
    ...(setAside !== '' && { setAside }),
  };
}

/** One that the next only goes on from is not repeated. @param texts the older ones first */
export function joinTexts(...texts: ReadonlyArray<string | null | undefined>): string {
  return joinDrafts(texts.map((text, savedAt) => ({ text: text ?? '', savedAt }))).text;
}

export function isSame(one: KeptEdit | undefined, other: KeptEdit | undefined): boolean {
  return (
    one?.text === other?.text &&
    one?.base === other?.base &&
    one?.attempted === other?.attempted &&
    one?.setAside === other?.setAside
  );
}

/** What is stored of it: an empty text is none, so what was set aside takes its place. */
export function asDraft(edit: KeptEdit): KeptEdit {
  const { text, base, setAside } = edit;
  return text === '' && setAside !== undefined ? { text: setAside, base } : edit;
}

function editOf({ text, base, attempted, setAside }: Draft): KeptEdit | undefined {
  if (base === undefined || text === '') return undefined;
  return {
    text,
    base,
    ...(attempted !== undefined && { attempted }),
    ...(setAside !== undefined && { setAside }),
  };
}
