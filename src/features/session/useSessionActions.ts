/** From the press to the outcome: what asks first, what runs, what came of it. */
import { type Mutation, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import type { Rest } from '../../portal/rest.ts';
import type { SessionAction } from './offers.ts';
import { overtaken, type Attempt, type Outcome, type Receiver } from './outcome.ts';
import { perform, type AskAnew } from './perform.ts';

export interface Asking extends Pick<AskAnew, 'action' | 'ownerId'> {
  /** null: it is the first question, and the conversation stands as it was shown */
  because: AskAnew['because'] | null;
}

export interface SessionActions {
  /** Begins, or asks first what cannot be undone, takes something from a colleague, or needs a receiver. */
  begin: (action: SessionAction) => void;
  /** null: nothing is asked */
  asking: Asking | null;
  confirm: (receiver?: Receiver) => void;
  cancel: () => void;
  /** What is asked about is over. @param now how it stands; null: that is not known */
  giveUp: (now: LineDialog | null) => void;
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
  /** with what came of an action while another chat is open; '' when it is not known */
  clientName: string;
  currentUserId: number;
  /** as it is shown; null: nobody's, or not known */
  ownerId: number | null;
  /** a bot, from which nobody takes anything */
  isFree: (ownerId: number) => boolean;
  onChanged: () => Promise<void>;
}

/** What a run of an action was begun with. */
interface Press {
  attempt: Attempt;
  clientName: string;
}

export type Run = Mutation<Outcome | AskAnew, Error, Press>;

/** Names the runs of all chats, and with the id of a chat those of this one. */
export const runsKey = 'session';

/** What runs, and what came of it, belongs to the chat: it is there again when the chat is opened again. */
export function useSessionActions(options: Options): SessionActions {
  const { rest, chatId, clientName, currentUserId, ownerId, isFree, onChanged } = options;
  const client = useQueryClient();
  const key = [runsKey, chatId];
  const [asked, setAsked] = useState<Asking | null>(null);
  const [givenUp, setGivenUp] = useState<Outcome | null>(null);
  const { mutate } = useMutation<Outcome | AskAnew, Error, Press>({
    mutationKey: key,
    mutationFn: ({ attempt }) => perform({ rest, chatId, attempt, isFree, onChanged }),
    onSuccess: () => setAsked(null),
    gcTime: Infinity,
  });
  const last = useMutationState({
    filters: { mutationKey: key },
    select: ({ state }: Run) => state,
  }).at(-1);
  const running = (last?.status === 'pending' && last.variables?.attempt.action) || null;
  const result = last?.data;
  const asking = asked ?? (result && 'because' in result ? result : null);

  const forget = useCallback(() => {
    const runs = client.getMutationCache();
    for (const run of runs.findAll({ mutationKey: [runsKey, chatId] })) {
      if (run.state.status !== 'pending') runs.remove(run);
    }
  }, [client, chatId]);
  const dismiss = () => {
    setGivenUp(null);
    forget();
  };
  const start = (attempt: Omit<Attempt, 'currentUserId'>) => {
    if (running !== null) return;
    forget();
    mutate({ attempt: { ...attempt, currentUserId }, clientName });
  };
  return {
    begin(action) {
      if (running !== null) return;
      dismiss();
      if (asksFirst.has(action)) setAsked({ action, ownerId, because: null });
      else start({ action });
    },
    asking,
    confirm(receiver) {
      if (!asking) return;
      // It stays on the screen until it is known what came of it.
      setAsked(asking);
      // Whom the question named: somebody else by then is asked about anew.
      const agreed = { ownerId: asking.ownerId, isSure: asking.because === 'unreadable' };
      start({ action: asking.action, ...agreed, ...(receiver && { receiver }) });
    },
    cancel: useCallback(() => {
      setAsked(null);
      forget();
    }, [forget]),
    giveUp: useCallback(
      (now) => {
        if (asking) setGivenUp(overtaken({ action: asking.action, currentUserId }, now));
        setAsked(null);
        forget();
      },
      [asking, currentUserId, forget],
    ),
    running,
    outcome: givenUp ?? (result && 'verdict' in result ? result : null),
    dismiss,
  };
}
