/** The list of a task's results: read after the first paint, and again whenever there is reason to; never by the clock. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PortalError } from '../../portal/errors.ts';
import { listResults, type TaskResult } from '../../portal/methods/taskResults.ts';
import type { RestApi } from '../../portal/restApi.ts';
import { createJoinedReading, type JoinedReading } from './joinedReading.ts';

interface Reading {
  rows: TaskResult[];
  /** `performance.now()` when it began: what was made before stands in it */
  began: number;
}

interface ResultListOptions {
  restApi: RestApi;
  taskId: number;
  /** of the chat; null: none is known. The portal posts a notice for each result that is added, changed or deleted */
  newestSystemId: number | null;
}

interface ResultList {
  /** undefined: nothing has been read so far */
  reading: Reading | undefined;
  /** why the last reading failed */
  error: PortalError | null;
  isReading: boolean;
  /** Reads now. */
  reload: () => void;
  /** Reads soon, together with other reasons to. */
  readSoon: JoinedReading['ask'];
  holdReading: JoinedReading['hold'];
  /** Changes what is known without reading. */
  change: (next: (rows: TaskResult[]) => TaskResult[]) => Promise<void>;
}

/** ms; who comes back to the window sooner sees what they saw */
const freshFor = 30_000;

/** All functions are stable. */
export function useResultList({ restApi, taskId, newestSystemId }: ResultListOptions): ResultList {
  const client = useQueryClient();
  const queryKey = useMemo(() => ['results', taskId], [taskId]);
  const isPainted = useIsPainted();
  const query = useQuery<Reading, PortalError>({
    queryKey,
    async queryFn({ signal }) {
      const began = performance.now();
      return { rows: await listResults(restApi, taskId, signal), began };
    },
    enabled: isPainted,
    staleTime: freshFor,
  });
  const { refetch } = query;
  const [joined] = useState(() => createJoinedReading(() => void refetch()));
  useEffect(() => joined.stop, [joined]);

  const knownNotice = useRef(newestSystemId);
  useEffect(() => {
    if (knownNotice.current === newestSystemId) return;
    knownNotice.current = newestSystemId;
    if (isPainted) joined.ask();
  }, [newestSystemId, isPainted, joined]);

  const reload = useCallback(() => void refetch(), [refetch]);
  const change = useCallback<ResultList['change']>(
    async (next) => {
      // What was asked before the change would bring back what was there before it.
      await client.cancelQueries({ queryKey });
      client.setQueryData<Reading>(queryKey, (known) => known && { ...known, rows: next(known.rows) });
    },
    [client, queryKey],
  );
  return {
    reading: query.data,
    error: query.error,
    isReading: query.isFetching,
    reload,
    readSoon: joined.ask,
    holdReading: joined.hold,
    change,
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
