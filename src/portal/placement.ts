/** Where in the portal the app was opened, and on what: the placement code and its options as one union. */
import * as v from 'valibot';
import type { LineEntity } from './methods/openLines.ts';

export type Placement =
  /** a row of the task card (TASK_VIEW_TAB, _SIDEBAR, _TOP_PANEL) */
  | { kind: 'task'; code: string; taskId: number }
  /** a tab of a lead, deal, contact or company (CRM_DEAL_DETAIL_TAB …) */
  | { kind: 'crm'; code: string; entity: LineEntity }
  /** the same tab of another element, smart processes above all; open lines know nothing of those (RF 4.1) */
  | { kind: 'smartProcess'; code: string }
  /** the application's own page, or an installation */
  | { kind: 'home'; code: string }
  /** a place this version has no screen for, or one that did not say what it was opened on */
  | { kind: 'unsupported'; code: string };

/**
 * @param code upper-case placement code from getInitData; empty means DEFAULT
 * @param options PLACEMENT_OPTIONS in any of the forms portals use: object, JSON text, `[]` or `""` when empty.
 * Ids arrive as strings, strings arrive HTML-escaped on the first level (PB 5.4).
 */
export function parsePlacement(code: string, options: unknown): Placement {
  const values = readOptions(options);
  if (code === '' || code === 'DEFAULT') return { kind: 'home', code: 'DEFAULT' };
  if (/^TASK_VIEW_(TAB|SIDEBAR|TOP_PANEL)$/.test(code)) {
    // Older cards name it TASK_ID (PB 2.4).
    const taskId = readId(values['taskId'] ?? values['TASK_ID']);
    if (taskId !== null) return { kind: 'task', code, taskId };
  }
  const [, element] = /^CRM_([A-Z0-9_]+)_DETAIL_TAB$/.exec(code) ?? [];
  if (element !== undefined) {
    // The type stands in the code only (RF 6.4).
    const type = lineTypes.get(element);
    if (type === undefined) return { kind: 'smartProcess', code };
    const id = readId(values['ID'] ?? values['ENTITY_ID']);
    if (id !== null) return { kind: 'crm', code, entity: { type, id } };
  }
  return { kind: 'unsupported', code };
}

const lineTypes: ReadonlyMap<string, LineEntity['type']> = new Map([
  ['LEAD', 'lead'],
  ['DEAL', 'deal'],
  ['CONTACT', 'contact'],
  ['COMPANY', 'company'],
]);

const optionValues = v.record(v.string(), v.unknown());

function readOptions(options: unknown): Record<string, unknown> {
  if (typeof options !== 'string') {
    return v.is(optionValues, options) && !Array.isArray(options) ? options : {};
  }
  for (const text of [options, unescapeHtml(options)]) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value !== 'string') return readOptions(value);
    } catch {
      // Not JSON in this form; the next one, or no options at all.
    }
  }
  return {};
}

function readId(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[1-9]\d{0,14}$/.test(text.trim()) ? Number(text.trim()) : null;
}

function unescapeHtml(text: string): string {
  const characters: Record<string, string> = { quot: '"', lt: '<', gt: '>', amp: '&', '#039': "'" };
  return text.replace(/&(quot|lt|gt|amp|#039);/g, (entity, name: string) => characters[name] ?? entity);
}
