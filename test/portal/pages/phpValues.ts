/** How PHP prints the values of `getInitData` into the page (PB 5.4). Not the same as JSON. */

/** As the portal's printer leaves them: numbers and null become strings, empty lists and objects become `[]`. */
export function asPrintedByPhp(value: unknown): unknown {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(asPrintedByPhp);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => [key, asPrintedByPhp(item)] as const);
    return entries.length === 0 ? [] : Object.fromEntries(entries);
  }
  return typeof value === 'number' ? String(value) : '';
}

/** `<`, `>`, `"` and the ampersands of existing entities; any other ampersand is left as it is (PB 5.4). */
export function escapeExistingEntities(text: string): string {
  return text
    .replace(/&(?=(?:amp|lt|gt|quot|#34|#x22|#39|#x27);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** PLACEMENT_OPTIONS of `getInitData`: `""` when there are none, first-level strings HTML-escaped (PB 5.4). */
export function placementOptionsForInitData(options: Readonly<Record<string, unknown>>): unknown {
  const entries = Object.entries(options);
  if (entries.length === 0) return '';
  const escaped = entries.map(([key, value]) => [
    key,
    typeof value === 'string' ? escapeExistingEntities(value) : value,
  ]);
  return asPrintedByPhp(Object.fromEntries(escaped));
}

/** PLACEMENT_OPTIONS of the form field: plain JSON with slashes escaped, as PHP writes it (RF 6.2). */
export function placementOptionsForForm(options: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(options).replaceAll('/', '\\/');
}
