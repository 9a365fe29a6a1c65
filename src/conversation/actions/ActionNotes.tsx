/** A quiet line in the message: what came of the last thing that was done with it. */
import { useEffect, useState } from 'react';
import { AlertIcon, CheckIcon } from '../../ui/Icon/icons.tsx';
import type { ActionNote, MessageAction } from '../messageAction.ts';
import styles from './ActionNotes.module.css';

export function ActionNotes({ actions }: { actions: readonly MessageAction[] }) {
  return actions.map(({ id, note }) => note && <NoteLine key={id} note={note} />);
}

function NoteLine({ note }: { note: ActionNote }) {
  // A region that comes with its words is not read out: first it is there, then it speaks.
  const [said, setSaid] = useState<ActionNote | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(note));
    return () => clearTimeout(timer);
  }, [note]);
  const ToneIcon = note.tone === 'failed' ? AlertIcon : CheckIcon;
  return (
    <output className={styles.note} data-tone={note.tone}>
      {said && (
        <>
          <ToneIcon size={14} />
          <span>{said.text}</span>
        </>
      )}
    </output>
  );
}
