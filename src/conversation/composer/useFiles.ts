/** The files chosen for a message. They are kept as long as the page is. */
import { useRef, useState } from 'react';
import type { AttachmentRules } from './composerProps.ts';
import { withTellingName } from './pastedName.ts';

export interface ChosenFile {
  id: number;
  file: File;
  /** why it cannot be sent, in words */
  refusal: string | null;
}

export function useFiles(rules: AttachmentRules | undefined) {
  const [files, setFiles] = useState<readonly { id: number; file: File }[]>([]);
  const last = useRef(0);
  const chosen: ChosenFile[] = rules
    ? files.map(({ id, file }) => ({ id, file, refusal: rules.refusal(file) }))
    : [];
  return {
    chosen,
    refused: chosen.filter(({ refusal }) => refusal !== null).length,
    add: (added: Iterable<File>) => {
      const named = Array.from(added, (file) => ({
        id: ++last.current,
        file: withTellingName(file, new Date()),
      }));
      setFiles((before) => [...before, ...named]);
    },
    remove: (id: number) => setFiles((before) => before.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
  };
}

/** The files of a paste that is nothing but files: a table or a text copied elsewhere often brings its picture along. */
export function filesOfPaste(data: DataTransfer): File[] {
  return data.types.includes('text/plain') ? [] : Array.from(data.files);
}
