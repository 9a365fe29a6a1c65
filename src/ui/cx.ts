/** Joins class names, leaving out what is not there (a CSS module's class is `string | undefined` to TypeScript). */
export function cx(...names: ReadonlyArray<string | false | null | undefined>): string {
  return names.filter(Boolean).join(' ');
}
