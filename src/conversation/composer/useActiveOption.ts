/** Which option of a field's list Enter would take. The arrows move, Enter and Tab choose, Escape closes. */
import { useEffect, useLayoutEffect, useState } from 'react';
import type { FieldListProps } from './useFieldList.ts';

interface Choosing<Option> {
  list: FieldListProps;
  /** what is typed: with each other text one begins with the first again */
  query: string;
  /** false: it takes no keys */
  isShown: boolean;
  /** Enter takes nothing until an arrow has chosen */
  isNoneFirst?: boolean;
  /** what Enter would choose is still to come: it must not send what is typed */
  isComing?: boolean;
  onChoose: (option: Option) => void;
}

/** @returns null where none is chosen */
export function useActiveOption<Option extends { id: number | string }>(
  options: readonly Option[],
  { list, query, isShown, isNoneFirst = false, isComing = false, onChoose }: Choosing<Option>,
): Option | null {
  const { id, onTakeKey, onActive, onClose } = list;
  const first = isNoneFirst ? -1 : 0;
  const [chosen, setChosen] = useState({ query, index: first });
  const index = chosen.query === query ? Math.min(Math.max(chosen.index, first), options.length - 1) : first;
  const active = options[index] ?? null;
  const activeId = active ? `${id}-${active.id}` : undefined;

  useLayoutEffect(() => {
    const { length } = options;
    const move = (to: number) => setChosen({ query, index: (to + length) % length });
    onTakeKey(({ key }) => {
      if (!isShown) return false;
      const isChoice = key === 'Enter' || key === 'Tab';
      if (key === 'Escape') onClose();
      else if (isChoice && !active) return isComing;
      else if (length === 0) return false;
      else if (key === 'ArrowDown') move(index + 1);
      else if (key === 'ArrowUp') move(Math.max(index, 0) - 1);
      else if (isChoice && active) onChoose(active);
      else return false;
      return true;
    });
    onActive(isShown ? activeId : undefined);
  });
  useLayoutEffect(
    () => () => {
      onTakeKey(null);
      onActive(undefined);
    },
    [onTakeKey, onActive],
  );
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return active;
}
