/** The two lists of quick replies: read in one POST once somebody wants them, and again when they are looked at later. */
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

const queryKey = ['quickReplies'];

interface OneList {
  /** null: never read */
  held: Held | null;
  /** why the last reading failed */
  error: PortalError | null;
}
type Both = Readonly<Record<Whose, OneList>>;

const unread: OneList = { held: null, error: null };

export function useReplyLists(rest: Rest, isWanted: boolean, language: string): ReplyLists {
  const client = useQueryClient();
  const { data, error, refetch, dataUpdatedAt } = useQuery<Both, PortalError>({
    queryKey,
    queryFn: async () => {
      const { readBoth } = await import('./saveReply.ts');
      const read = await readBoth(rest);
      const before = client.getQueryData<Both>(queryKey);
      const listOf = (whose: Whose): OneList => {
        const one = read[whose];
        return 'entries' in one
          ? { held: one, error: null }
          : { held: before?.[whose].held ?? null, error: one };
      };
      return { mine: listOf('mine'), shared: listOf('shared') };
    },
    enabled: isWanted,
    staleTime: freshFor,
  });
  const reload = useCallback(() => void refetch(), [refetch]);
  const tell = useCallback(
    async (whose: Whose, held: Held) => {
      // What was asked before the change would bring back what was there before it.
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<Both>(queryKey);
      client.setQueryData<Both>(queryKey, {
        ...(before ?? { mine: unread, shared: unread }),
        [whose]: { held, error: null },
      });
      if (!before) await client.invalidateQueries({ queryKey });
    },
    [client],
  );
  return useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true });
    const listOf = ({ held, error: own }: OneList): ReplyList => {
      const problem = own ?? error;
      return {
        replies: held ? repliesIn(held).sort((one, other) => collator.compare(one.title, other.title)) : [],
        state: held?.state ?? 'ours',
        status: held ? 'ready' : problem ? 'failed' : 'loading',
        error: problem,
        reload,
        isOld: () => problem !== null || (dataUpdatedAt > 0 && Date.now() - dataUpdatedAt > freshFor),
      };
    };
    const { mine, shared } = data ?? { mine: unread, shared: unread };
    return { mine: listOf(mine), shared: listOf(shared), tell };
  }, [data, error, reload, language, dataUpdatedAt, tell]);
}
