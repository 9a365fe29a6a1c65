/** The files chosen for a message. They are kept no longer than the page is. */
import { useCallback, useEffect, useState } from 'react';
import type { AttachmentRules, FilesState, GivenFile, KeptFile } from './composerProps.ts';
import { withTellingName } from './pastedName.ts';

export interface ChosenFile extends KeptFile {
  /** why it cannot be sent, in words */
  refusal: string | null;
}

/** Of all composers: what was taken out of one may be put back into the next. */
let lastId = 0;

/**
 * @param onCount told how many there are, also while they are not shown because a message is being changed
 * @param kept where they are, if not here
 */
export function useFiles(
  rules: AttachmentRules | undefined,
  onCount?: (count: number) => void,
  kept?: FilesState,
) {
  const own = useState<readonly KeptFile[]>([]);
  const [files, setFiles] = kept ?? own;
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
        id: ++lastId,
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
    putBack: useCallback(
      (taken: readonly ChosenFile[]) => setFiles((since) => [...taken, ...since]),
      [setFiles],
    ),
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
