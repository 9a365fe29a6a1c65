/** The commands of a classic batch: `method?query` (PB 1.5). */

export interface Command {
  key: string;
  method: string;
  query: string;
}

/** Whatever is no string is passed over (PB 1.5). */
export function readCommands(cmd: unknown): Command[] {
  if (typeof cmd !== 'object' || cmd === null) return [];
  return Object.entries(cmd).flatMap(([key, text]: [string, unknown]) => {
    if (typeof text !== 'string') return [];
    const [path = '', ...rest] = text.split('?');
    return [{ key, method: path.replace(/\.(json|xml)$/i, ''), query: rest.join('?') }];
  });
}
