/** A message's text as its author would type it, for changing it. Pure. */

/** In these the portal has rewritten nothing (PB 4.5), so nothing is taken back. */
const untouched = /(\[(?:code|put|send)\b[^\]]*\][\s\S]*?\[\/(?:code|put|send)\])/gi;

/**
 * A link that the portal has made of an address: without a label, or with the address as its label but for the scheme.
 * Only where the bare address would become that very link again: it begins and ends where the portal finds it.
 */
const madeLink =
  /(?<before>^|[\s.,;:!?#\-*|(){}])\[url(?:=(?<made>http:\/\/(?<bare>www\.[^\s"{}[\]]+)))?\](?<label>[^\s"{}[\]]+?)\[\/url\](?=(?<after>\)|[.,?!;]?(?:\s|$)))/gi;
const address = /^(?:https?:\/\/|www\.)[._:a-z0-9@-][^\s"{}[\]]*$/i;
/** What the portal would leave outside of the address. */
const endsOutside = /[.,?!;]$/;

/**
 * Takes back what the portal has made of a typed text (PB 4.5): `[URL]https://x.y[/URL]` is `https://x.y` again and
 * `[URL=http://www.x.y]www.x.y[/URL]` is `www.x.y`. Everything else, mentions too, stays the BB code it is.
 */
export function editableText(readBack: string): string {
  const untag = (text: string) => {
    const found = Array.from(text.matchAll(madeLink));
    return found.reduceRight((rest, { 0: whole, index, groups = {} }) => {
      return rest.slice(0, index) + typed(whole, groups) + rest.slice(index + whole.length);
    }, text);
  };
  return readBack
    .split(untouched)
    .map((part, index) => (index % 2 === 1 ? part : untag(part)))
    .join('');
}

type Groups = Partial<Record<'before' | 'made' | 'bare' | 'label' | 'after', string>>;

function typed(whole: string, { before = '', made, bare, label = '', after }: Groups): string {
  const isItself = made === undefined ? !label.startsWith('www.') : bare === label;
  // Behind an opening bracket an address ends at the closing one, and nowhere else.
  const isWhole = before === '(' ? after === ')' && !label.includes(')') : after !== ')';
  return isItself && isWhole && address.test(label) && !endsOutside.test(label) ? before + label : whole;
}
