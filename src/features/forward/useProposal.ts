/** Which task is proposed for a message before somebody chooses. */
import { useState } from 'react';
import type { Choice } from './TaskPicker.tsx';
import type { TiedTasks } from './useTiedTasks.ts';

const newTask: Choice = { kind: 'new' };

/** What is chosen at first; it does not change under the hand when the list is read anew, unless its task has left it. */
export function useProposal({ status, tasks }: TiedTasks): Choice | null {
  const [proposal, setProposal] = useState<Choice | null>(null);
  const isThere =
    proposal?.kind === 'new' || (proposal !== null && tasks.some(({ id }) => id === proposal.task.id));
  if (isThere || status === 'loading') return proposal;
  const open = tasks.find((task) => task.status !== 'Completed' && task.status !== 'Declined');
  const next: Choice = open ? { kind: 'old', task: open } : newTask;
  setProposal(next);
  return next;
}
