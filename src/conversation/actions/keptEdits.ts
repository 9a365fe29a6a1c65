/** The changes of own messages that outlast the page. Pure. */
import { joinDrafts } from '../../delivery/drafts.ts';
import type { KeptEdits } from '../../sending/useKeptEdits.ts';
import { hasChanges, untried, wordsOf, type Edits } from './edits.ts';

export function keptOf({ byId }: Edits): KeptEdits {
  return new Map(
    [...byId].flatMap(([id, edit]): Array<[number, { text: string; base: string }]> => {
      const text = wordsOf(edit);
      return text === null ? [] : [[id, { text, base: edit.base }]];
    }),
  );
}

/** What earlier pages have left; what is typed here already stands behind it. */
export function withFound(edits: Edits, found: KeptEdits): Edits {
  const byId = new Map(edits.byId);
  for (const [id, { text, base }] of found) {
    const known = byId.get(id);
    if (known?.isSaving) continue;
    const own = known && hasChanges(known) ? [{ text: known.text, savedAt: 1 }] : [];
    const joined = joinDrafts([{ text, savedAt: 0 }, ...own]).text;
    byId.set(id, { ...untried, ...known, id, base, text: joined });
  }
  return { ...edits, byId };
}
