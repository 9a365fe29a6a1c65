/** The one place where page text becomes HTML: whatever is put into a template is escaped unless it is `Html` itself. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Finished markup. Only the `html` template makes it, so a person's text cannot pass for markup. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Insertable = Html | string | number | false | null | undefined | readonly Insertable[];

function toMarkup(value: Insertable): string {
  if (value === false || value === null || value === undefined) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');
  }
  return value.map(toMarkup).join('');
}

/** A template tag: strings and numbers are escaped (attributes must be quoted), `Html` and lists of it are kept. */
export function html(parts: TemplateStringsArray, ...values: Insertable[]): Html {
  return new Html(parts.map((part, index) => part + toMarkup(values[index])).join(''));
}
