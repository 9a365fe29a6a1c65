/** The keyboard in the list of messages: arrows from row to row, and what becomes of the focus when rows change. */
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isComposing } from '../composer/sendKey.ts';
import type { Row } from '../row.ts';
import { CurrentRow } from './currentRow.ts';
import { focusRow, keyOf, pageFrom, rowAround, rowAt, rowsIn } from './rowElements.ts';

interface ListKeysOptions {
  box: RefObject<HTMLElement | null>;
  rows: readonly Row[];
  /** each asks for more messages at its end, if there may be any */
  loadEarlier: () => void;
  loadLater: () => void;
  /** to the very end; undefined: the newest message is not among the rows */
  goToEnd: (() => void) | undefined;
  /** how often the person has sent something: then the newest row is the current one again */
  sends: number;
  onLeave?: (() => void) | undefined;
}

/** @returns what the rows need (see `CurrentRowContext`), and the handlers of the box */
export function useListKeys({ box, rows, loadEarlier, loadLater, goToEnd, sends, onLeave }: ListKeysOptions) {
  const [current] = useState(() => new CurrentRow());
  useFocusKept(current, box, rows);
  const lastSends = useRef(sends);
  useEffect(() => {
    if (sends !== lastSends.current) current.choose(null);
    lastSends.current = sends;
  }, [current, sends]);

  const move = (from: HTMLElement, to: (rows: readonly HTMLElement[], index: number) => number) => {
    if (!box.current) return;
    const all = rowsIn(box.current);
    const index = all.indexOf(from);
    const next = all[Math.min(all.length - 1, Math.max(0, to(all, index)))];
    if (next && next !== from) focusRow(next);
  };
  const step = (row: HTMLElement, by: 1 | -1) => {
    const top = box.current?.scrollTop;
    move(row, (_rows, index) => index + by);
    const last = box.current && rowsIn(box.current).at(by > 0 ? -1 : 0);
    // Where the box has moved, that itself asks for more.
    if (last !== document.activeElement || box.current?.scrollTop !== top) return;
    if (by > 0) loadLater();
    else loadEarlier();
  };
  const page = (row: HTMLElement, step: 1 | -1) =>
    move(row, (all, index) => pageFrom(all, index, step, box.current?.clientHeight ?? 0));
  const keys: Readonly<Record<string, (row: HTMLElement) => void>> = {
    ArrowUp: (row) => step(row, -1),
    ArrowDown: (row) => step(row, 1),
    PageUp: (row) => page(row, -1),
    PageDown: (row) => page(row, 1),
    Home: (row) => move(row, () => 0),
    End: (row) => {
      move(row, (all) => all.length - 1);
      goToEnd?.();
    },
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.isDefaultPrevented() || isComposing(event.nativeEvent)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const row = rowAt(event.target);
    if (key === 'Escape') {
      // The browser closes what lies over the page.
      if (document.querySelector(':popover-open')) return;
      const around = rowAround(event.target);
      // From a button of a row to the row, from there to the field.
      if (row || !around) onLeave?.();
      else focusRow(around);
      event.preventDefault();
      return;
    }
    const act = keys[key];
    if (!row || !act) return;
    event.preventDefault();
    act(row);
  };
  const onFocus = (event: FocusEvent) => {
    const key = keyOf(rowAround(event.target));
    if (key !== null) current.choose(key);
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) current.leave();
  };
  return { current, onKeyDown, onFocus, onBlur };
}

const separators: ReadonlySet<Row['kind']> = new Set(['day', 'unread', 'session']);

/** The row that follows, else the one before, takes over from a row that goes, and its focus too. */
function useFocusKept(current: CurrentRow, box: RefObject<HTMLElement | null>, rows: readonly Row[]): void {
  const before = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const keys = rows.filter(({ kind }) => !separators.has(kind)).map(({ key }) => key);
    const { chosen } = current;
    const known = new Set(keys);
    current.setNewest(keys.at(-1) ?? null);
    if (chosen !== null && !known.has(chosen)) {
      const place = before.current.indexOf(chosen);
      const heir =
        before.current.slice(place + 1).find((key) => known.has(key)) ??
        before.current.slice(0, place).findLast((key) => known.has(key));
      current.choose(heir ?? null);
    }
    before.current = keys;
    if (!current.takeLostFocus() || !box.current) return;
    const row = rowsIn(box.current).find((element) => keyOf(element) === current.key);
    (row ?? box.current).focus({ preventScroll: true });
  }, [current, box, rows]);
}
