/** Files chosen for a reply wait while another chat is open, as its draft does. */
import { useCallback, useMemo, useState } from 'react';
import type { FilesState, KeptFile } from '../../conversation/composer/composerProps.ts';

export interface KeptFiles {
  /** of the open chat */
  files: FilesState;
  /** files wait in other chats: they go with the page as well */
  areElsewhere: boolean;
}

const none: readonly KeptFile[] = [];

/** @param chatId the open chat; null: there is none */
export function useKeptFiles(chatId: number | null): KeptFiles {
  const [byChat, setByChat] = useState<ReadonlyMap<number, readonly KeptFile[]>>(new Map());
  const open = chatId ?? 0;
  // A send that fails puts its files back where they were, whichever chat is open by then.
  const change = useCallback<FilesState[1]>(
    (changed) => setByChat((before) => new Map(before).set(open, changed(before.get(open) ?? none))),
    [open],
  );
  const files = byChat.get(open) ?? none;
  return {
    files: useMemo(() => [files, change], [files, change]),
    areElsewhere: [...byChat].some(([id, kept]) => id !== open && kept.length > 0),
  };
}
