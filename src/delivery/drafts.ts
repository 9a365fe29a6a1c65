/** What was typed and not sent yet. Each page has a draft of its own in a lane; a page that comes later joins them. */
import * as v from 'valibot';

export const draftSchema = v.object({
  text: v.string(),
  /** ms since 1970 */
  savedAt: v.number(),
});

export type Draft = v.InferOutput<typeof draftSchema>;

/** Oldest first; one that only begins like another was that draft a moment earlier, in another page. */
export function joinDrafts(drafts: readonly Draft[]): string {
  const texts = drafts.toSorted((one, other) => one.savedAt - other.savedAt).map(({ text }) => text);
  const whole = texts.filter(
    (text, index) =>
      text.trim() !== '' && !texts.some((other, at) => at !== index && contains(other, text, at > index)),
  );
  return whole.join('\n');
}

function contains(other: string, text: string, isLater: boolean): boolean {
  return other === text ? isLater : other.startsWith(text);
}
