/** What makes an element a row that the keyboard can stand on. */
import { use } from 'react';
import { useFocusPassedOn } from '../useFocusPassedOn.ts';
import { CurrentRowContext, useIsCurrent } from './currentRow.ts';

/** @returns `row` for the element; `tabIndex` also for what Tab should reach in the current row only */
export function useRow(key: string) {
  const current = use(CurrentRowContext);
  const ref = useFocusPassedOn<HTMLElement>(() => current.loseFocus());
  const isCurrent = useIsCurrent(key);
  const tabIndex = isCurrent ? 0 : -1;
  return { ref, tabIndex, isCurrent, row: { ref, tabIndex, 'data-row': true, 'data-key': key } };
}
