/**
 * What was typed and not sent yet. Each page has a draft of its own in a lane; a page that comes later joins them. What
 * is typed into something the portal holds already is a draft of that thing, whatever page it comes from.
 */
import * as v from 'valibot';

export const draftSchema = v.object({
  text: v.string(),
  /** the message of the same lane that it answers */
  replyTo: v.exactOptional(v.number()),
  /** it is to become a result of the task; false is the same as not there */
  asResult: v.exactOptional(v.boolean()),
  /** of what is being changed: what the portal held when that began */
  base: v.exactOptional(v.string()),
  /** of the same: what was sent to be saved, without a clear answer */
  attempted: v.exactOptional(v.string()),
  /** of the same: what was typed before the person took the text that the portal has since */
  setAside: v.exactOptional(v.string()),
  /** of last words: typed before the page knew what is stored, so they stand beside that */
  isApart: v.exactOptional(v.boolean()),
  /** ms since 1970 */
  savedAt: v.number(),
});

export type Draft = v.InferOutput<typeof draftSchema>;

/** What stands in a composer, or in the field of a change. */
export type Written = Omit<Draft, 'savedAt'>;

/** What is chosen for a text, beside the text. */
export interface Choices {
  replyTo?: number | undefined;
  asResult?: boolean | undefined;
}

/**
 * Oldest first; one that only begins like another was that draft a moment earlier, in another page. Answers what the
 * newest of the answers among them does, and is to become a result where one of them is.
 */
export function joinDrafts(drafts: readonly Draft[]): Written {
  const inOrder = drafts.toSorted((one, other) => one.savedAt - other.savedAt);
  const texts = inOrder.map(({ text }) => text);
  const whole = texts.filter(
    (text, index) =>
      text.trim() !== '' && !texts.some((other, at) => at !== index && contains(other, text, at > index)),
  );
  const spoken = inOrder.filter(({ text }) => text.trim() !== '');
  return written(whole.join('\n'), {
    replyTo: spoken.findLast(({ replyTo }) => replyTo !== undefined)?.replyTo,
    asResult: spoken.some(({ asResult }) => asResult),
  });
}

export function written(text: string, { replyTo, asResult = false }: Choices): Written {
  return { text, ...(replyTo === undefined ? {} : { replyTo }), ...(asResult ? { asResult } : {}) };
}

function contains(other: string, text: string, isLater: boolean): boolean {
  return other === text ? isLater : other.startsWith(text);
}
