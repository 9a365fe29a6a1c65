/** The files chosen for a message. They are kept as long as the page is. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AttachmentRules, GivenFile } from './composerProps.ts';
import { withTellingName } from './pastedName.ts';

interface KeptFile extends GivenFile {
  id: number;
}

export interface ChosenFile extends KeptFile {
  /** why it cannot be sent, in words */
  refusal: string | null;
}

/** @param onCount told how many there are, also while they are not shown because a message is being changed */
export function useFiles(rules: AttachmentRules | undefined, onCount?: (count: number) => void) {
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const last = useRef(0);
  const count = files.length;
  useEffect(() => {
    onCount?.(count);
    return () => onCount?.(0);
  }, [count, onCount]);
  const chosen: ChosenFile[] = rules
    ? files.map(({ id, file, isFolder }) => ({
        id,
        file,
        isFolder,
        refusal: rules.refusal({ file, isFolder }),
      }))
    : [];
  return {
    chosen,
    refused: chosen.filter(({ refusal }) => refusal !== null).length,
    add: (added: Iterable<GivenFile>) => {
      const named = Array.from(added, ({ file, isFolder }) => ({
        id: ++last.current,
        file: withTellingName(file, new Date()),
        isFolder,
      }));
      setFiles((before) => [...before, ...named]);
    },
    remove: (id: number) => setFiles((before) => before.filter((file) => file.id !== id)),
    /** Takes out what is shown just now. */
    take: (): readonly ChosenFile[] => {
      const taken = new Set(chosen.map(({ id }) => id));
      setFiles((before) => before.filter(({ id }) => !taken.has(id)));
      return chosen;
    },
    /** What could not be sent, before what was chosen since. */
    putBack: useCallback((taken: readonly ChosenFile[]) => {
      setFiles((since) => [...taken, ...since]);
    }, []),
  };
}

/** The files of a paste that is nothing but files: a table or a text copied elsewhere often brings its picture along. */
export function filesOfPaste(data: DataTransfer): GivenFile[] {
  return data.types.includes('text/plain') ? [] : filesOf(data);
}

/** Only while the event lasts: after it the browser no longer says what is a folder. */
export function filesOf({ items, files }: DataTransfer): GivenFile[] {
  const entries = Array.from(items)
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry());
  return Array.from(files, (file, at) => ({ file, isFolder: entries[at]?.isDirectory === true }));
}
