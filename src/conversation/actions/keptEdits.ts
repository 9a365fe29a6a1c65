/** The changes of own messages that outlast the page. Pure. */
import { joinEdits, joinTexts, type KeptEdit, type KeptEdits } from '../../sending/foundEdits.ts';
import { untried, wordsOf, type Edit, type Edits } from './edits.ts';

export function keptOf({ byId }: Edits): KeptEdits {
  return new Map(
    [...byId].flatMap(([id, edit]): Array<[number, KeptEdit]> => {
      const kept = keptEdit(edit);
      return kept ? [[id, kept]] : [];
    }),
  );
}

const reset = { attempted: null, setAside: null };

/** What earlier pages have left; what is typed here already stands behind it. */
export function withFound(edits: Edits, found: KeptEdits): Edits {
  const byId = new Map(edits.byId);
  for (const [id, left] of found) {
    const known = byId.get(id);
    if (known?.isSaving) byId.set(id, { ...known, setAside: besideSaving(known, left) });
    else byId.set(id, { ...untried, ...known, id, ...reset, ...joined(known, left) });
  }
  return { ...edits, byId };
}

function joined(known: Edit | undefined, left: KeptEdit): KeptEdit {
  const own = known && keptEdit(known);
  return own ? joinEdits(left, own) : left;
}

/** What is on its way stays as it is. */
function besideSaving({ text, setAside }: Edit, left: KeptEdit): string | null {
  const isGoneOnWith = text.startsWith(left.text);
  return joinTexts(left.setAside, isGoneOnWith ? null : left.text, setAside) || null;
}

function keptEdit(edit: Edit): KeptEdit | undefined {
  if (wordsOf(edit) === null) return undefined;
  const { text, base, attempted, setAside } = edit;
  return { text, base, ...(attempted !== null && { attempted }), ...(setAside !== null && { setAside }) };
}
