/** The results of one task: read after the first paint, and again whenever there is reason to; never by the clock. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PortalError } from '../../portal/errors.ts';
import {
  deleteResult,
  listResults,
  updateResult,
  type TaskResult,
} from '../../portal/methods/taskResults.ts';
import type { RestApi } from '../../portal/restApi.ts';
import type { Results } from './results.ts';
import { usePromotions, type PromotionDesk } from './usePromotions.ts';

export interface ResultsOptions {
  restApi: RestApi;
  taskId: number;
  desk: PromotionDesk;
  /** of the chat; null: none is known. The portal posts a notice for each result that is added, changed or deleted */
  newestSystemId: number | null;
}

const nothing: readonly TaskResult[] = [];
/** ms; who comes back to the window sooner sees what they saw */
const freshFor = 30_000;
/** Without these rights or this method no message becomes a result. */
const hopeless: ReadonlySet<string> = new Set(['scope', 'denied', 'notFound']);

export function useResults({ restApi, taskId, desk, newestSystemId }: ResultsOptions): Results {
  const client = useQueryClient();
  const queryKey = useMemo(() => ['results', taskId], [taskId]);
  const isPainted = useIsPainted();
  const query = useQuery<TaskResult[], PortalError>({
    queryKey,
    queryFn: ({ signal }) => listResults(restApi, taskId, signal),
    enabled: isPainted,
    staleTime: freshFor,
  });
  const { refetch, error, isFetching } = query;
  const results = query.data ?? nothing;
  const { onTheWay, landed, listed, add, retry, check, drop } = usePromotions(taskId, desk);

  const knownNotice = useRef(newestSystemId);
  useEffect(() => {
    if (knownNotice.current === newestSystemId) return;
    knownNotice.current = newestSystemId;
    if (isPainted) void refetch();
  }, [newestSystemId, isPainted, refetch]);
  useEffect(() => {
    if (landed.size === 0) return;
    void refetch().then(({ isSuccess }) => isSuccess && listed(landed));
  }, [landed, listed, refetch]);

  const byMessage = useMemo(() => groupByMessage(results), [results]);
  const isResult = useCallback(
    (messageId: number) => byMessage.has(messageId) || landed.has(messageId),
    [byMessage, landed],
  );
  const promote = useCallback<Results['promote']>(
    (message) => {
      if (!isResult(message.id) && !onTheWay.has(message.id)) add(message);
    },
    [isResult, onTheWay, add],
  );

  const change = useCallback(
    async (next: (rows: TaskResult[]) => TaskResult[]) => {
      // What was asked before the change would bring back what was there before it.
      await client.cancelQueries({ queryKey });
      client.setQueryData<TaskResult[]>(queryKey, (rows) => rows && next(rows));
    },
    [client, queryKey],
  );
  const save = useCallback(
    async (id: number, text: string) => {
      const { authorName: _, ...saved } = await updateResult(restApi, id, text);
      await change((rows) => rows.map((row) => (row.id === id ? { ...row, ...saved } : row)));
    },
    [restApi, change],
  );
  const remove = useCallback(
    async (id: number) => {
      try {
        await deleteResult(restApi, id);
      } catch (failure) {
        void refetch();
        throw failure;
      }
      await change((rows) => rows.filter((row) => row.id !== id));
    },
    [restApi, change, refetch],
  );
  const [drafts, setDraft] = useDrafts();
  const reload = useCallback(() => void refetch(), [refetch]);

  const { isDown, isMissing } = desk;
  const status = query.data ? 'ready' : error ? 'failed' : 'loading';
  const mayPromote = !isMissing && !hopeless.has(error?.kind ?? '');
  return {
    status,
    error,
    results,
    byMessage,
    isResult,
    mayPromote,
    isDown,
    reload,
    isReloading: isFetching,
    onTheWay,
    promote,
    retry,
    check,
    drop,
    drafts,
    setDraft,
    save,
    remove,
  };
}

/** The messages come first. */
function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPainted(true));
    return () => clearTimeout(timer);
  }, []);
  return isPainted;
}

function useDrafts(): [Results['drafts'], Results['setDraft']] {
  const [drafts, setDrafts] = useState<Results['drafts']>(new Map());
  const setDraft = useCallback<Results['setDraft']>((id, text) => {
    setDrafts((before) => {
      const next = new Map(before);
      if (text === null) next.delete(id);
      else next.set(id, text);
      return next;
    });
  }, []);
  return [drafts, setDraft];
}

function groupByMessage(results: readonly TaskResult[]): Results['byMessage'] {
  const groups = new Map<number, TaskResult[]>();
  for (const result of results) {
    if (result.messageId === null) continue;
    groups.set(result.messageId, [...(groups.get(result.messageId) ?? []), result]);
  }
  return groups;
}
