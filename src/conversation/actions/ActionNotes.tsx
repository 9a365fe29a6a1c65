/** A quiet line in the message: what came of the last thing that was done with it. */
import { useEffect, useState } from 'react';
import { AlertIcon, CheckIcon } from '../../ui/Icon/icons.tsx';
import { Spinner } from '../../ui/Spinner/Spinner.tsx';
import type { ActionNote, MessageAction } from '../messageAction.ts';
import styles from './ActionNotes.module.css';

export function ActionNotes({ actions }: { actions: readonly MessageAction[] }) {
  return actions.map(({ id, note }) => note && <NoteLine key={id} note={note} />);
}

const iconOf = {
  busy: <Spinner size={14} />,
  done: <CheckIcon size={14} />,
  failed: <AlertIcon size={14} />,
};

export function NoteLine({ note }: { note: ActionNote }) {
  // A region that comes with its words is not read out: first it is there, then it speaks.
  const [said, setSaid] = useState<ActionNote | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(note));
    return () => clearTimeout(timer);
  }, [note]);
  return (
    <output className={styles.note} data-tone={note.tone}>
      {said && (
        <>
          {iconOf[said.tone]}
          <span>{said.text}</span>
        </>
      )}
    </output>
  );
}
