/** The two lists of quick replies: read once somebody wants them, and again when they are looked at later. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { PortalError } from '../../portal/errors.ts';
import type { Rest } from '../../portal/rest.ts';
import { type Held, repliesIn, type Reply } from './replies.ts';
import type { Whose } from './saveReply.ts';

export interface ReplyList {
  /** by title */
  replies: readonly Reply[];
  /** see `Held`; 'ours' before the first reading */
  state: Held['state'];
  status: 'loading' | 'ready' | 'failed';
  /** why the last reading failed */
  error: PortalError | null;
  reload: () => void;
  /** was read a while ago, or not at all for a fault */
  isOld: () => boolean;
}

export type ReplyLists = Readonly<Record<Whose, ReplyList>> & {
  /** What a change has found or made. */
  tell: (whose: Whose, held: Held) => Promise<void>;
};

/** ms; colleagues change the shared ones */
const freshFor = 60_000;

const keyOf = (whose: Whose) => ['quickReplies', whose];

export function useReplyLists(rest: Rest, isWanted: boolean, language: string): ReplyLists {
  const client = useQueryClient();
  const mine = useReplyList(rest, 'mine', isWanted, language);
  const shared = useReplyList(rest, 'shared', isWanted, language);
  const tell = useCallback(
    async (whose: Whose, held: Held) => {
      const queryKey = keyOf(whose);
      // What was asked before the change would bring back what was there before it.
      await client.cancelQueries({ queryKey });
      client.setQueryData<Held>(queryKey, held);
    },
    [client],
  );
  return useMemo(() => ({ mine, shared, tell }), [mine, shared, tell]);
}

function useReplyList(rest: Rest, whose: Whose, isWanted: boolean, language: string): ReplyList {
  const query = useQuery<Held, PortalError>({
    queryKey: keyOf(whose),
    queryFn: async () => (await import('./saveReply.ts')).readReplies(rest, whose),
    enabled: isWanted,
    staleTime: freshFor,
  });
  const { data, error, refetch, dataUpdatedAt } = query;
  const reload = useCallback(() => void refetch(), [refetch]);
  return useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true });
    return {
      replies: data ? repliesIn(data).sort((one, other) => collator.compare(one.title, other.title)) : [],
      state: data?.state ?? 'ours',
      status: data ? 'ready' : error ? 'failed' : 'loading',
      error,
      reload,
      isOld: () => error !== null || (dataUpdatedAt > 0 && Date.now() - dataUpdatedAt > freshFor),
    };
  }, [data, error, reload, language, dataUpdatedAt]);
}
