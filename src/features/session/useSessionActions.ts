/** From the press to the outcome: what asks first, what runs, what came of it. */
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Rest } from '../../portal/rest.ts';
import type { SessionAction } from './offers.ts';
import type { Outcome, Receiver } from './outcome.ts';
import { perform, type Taken } from './perform.ts';

export interface Asking {
  action: SessionAction;
  /** the colleague who has just taken the conversation that was to be answered */
  takenBy: number | null;
}

export interface SessionActions {
  /** Begins, or asks first what cannot be undone, takes something from a colleague, or needs a receiver. */
  begin: (action: SessionAction) => void;
  /** null: nothing is asked */
  asking: Asking | null;
  confirm: (receiver?: Receiver) => void;
  cancel: () => void;
  /** null: nothing is under way */
  running: SessionAction | null;
  /** of the last action; null: none, or it was dismissed */
  outcome: Outcome | null;
  dismiss: () => void;
}

const asksFirst: ReadonlySet<SessionAction> = new Set<SessionAction>([
  'takeOver',
  'transfer',
  'finish',
  'finishColleagues',
  'spam',
]);

interface Options {
  rest: Rest;
  chatId: number;
  currentUserId: number;
  /** a bot, from which nobody takes anything */
  isFree: (ownerId: number) => boolean;
  onChanged: () => Promise<void>;
}

interface Press {
  action: SessionAction;
  receiver?: Receiver;
}

export function useSessionActions({
  rest,
  chatId,
  currentUserId,
  isFree,
  onChanged,
}: Options): SessionActions {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { mutate, reset, data, isPending, variables } = useMutation<Outcome | Taken, Error, Press>({
    mutationFn: (press) => perform({ rest, chatId, attempt: { ...press, currentUserId }, isFree, onChanged }),
    onSuccess(result) {
      setAsking('takenBy' in result ? { action: 'takeOver', takenBy: result.takenBy } : null);
    },
  });
  const cancel = useCallback(() => setAsking(null), []);
  const start = (press: Press) => {
    if (!isPending) mutate(press);
  };
  return {
    begin(action) {
      if (isPending) return;
      reset();
      if (asksFirst.has(action)) setAsking({ action, takenBy: null });
      else start({ action });
    },
    asking,
    confirm(receiver) {
      if (asking) start({ action: asking.action, ...(receiver && { receiver }) });
    },
    cancel,
    running: isPending ? variables.action : null,
    outcome: data && 'verdict' in data ? data : null,
    dismiss: reset,
  };
}
