/** The results of one task: the list, the messages on their way into it, and what can be done with them. */
import { useCallback, useMemo } from 'react';
import { PortalError, writtenNothing } from '../../portal/errors.ts';
import { deleteResult, readResult, updateResult, type TaskResult } from '../../portal/methods/taskResults.ts';
import type { RestApi } from '../../portal/restApi.ts';
import type { Desk } from '../../sending/useDesk.ts';
import { needsPerson } from './leaving.ts';
import type { Results } from './results.ts';
import { judge } from '../../conversation/actions/meanwhile.ts';
import { useDrafts } from './useDrafts.ts';
import { usePromotions, type PromotionDesk } from './usePromotions.ts';
import { useResultList } from './useResultList.ts';

export interface ResultsOptions {
  restApi: RestApi;
  taskId: number;
  desk: PromotionDesk & Pick<Desk, 'editStore'>;
  /** of the chat; null: none is known. The portal posts a notice for each result that is added, changed or deleted */
  newestSystemId: number | null;
}

const nothing: readonly TaskResult[] = [];
/** Without these rights or this method no message becomes a result. */
const hopeless: ReadonlySet<string> = new Set(['scope', 'denied', 'notFound']);

export function useResults({ restApi, taskId, desk, newestSystemId }: ResultsOptions): Results {
  const list = useResultList({ restApi, taskId, newestSystemId });
  const { reading, error, reload, readSoon, change } = list;
  const results = reading?.rows ?? nothing;
  const { onTheWay, left, add, retry, check, drop } = usePromotions({
    taskId,
    desk,
    listBegan: reading?.began,
    readList: readSoon,
  });

  const byMessage = useMemo(() => groupByMessage(results), [results]);
  const isResult = useCallback(
    (messageId: number) => byMessage.has(messageId) || left.get(messageId) === 'landed',
    [byMessage, left],
  );
  const isUnsure = useCallback(
    (messageId: number) => left.get(messageId) === 'unsure' && !byMessage.has(messageId),
    [byMessage, left],
  );
  const promote = useCallback<Results['promote']>(
    (message) => {
      const { id } = message;
      if (!isResult(id) && !isUnsure(id) && !onTheWay.has(id)) add(message);
    },
    [isResult, isUnsure, onTheWay, add],
  );

  const save = useCallback<Results['save']>(
    async (id, text, { base, attempted = null }) => {
      const now = await readResult(restApi, taskId, id).catch((failure: unknown) => {
        // What was in doubt before is in doubt still.
        throw failure instanceof PortalError && attempted === null ? writtenNothing(failure) : failure;
      });
      if (!now) {
        await change((rows) => rows.filter((row) => row.id !== id));
        return 'gone';
      }
      const verdict = judge({ base, typed: text, attempted }, now.text, isSame);
      if (verdict !== 'mine') {
        const { authorName: _, ...read } = now;
        await change((rows) => rows.map((row) => (row.id === id ? { ...row, ...read } : row)));
        return verdict === 'saved' ? 'saved' : { changedTo: now.text };
      }
      try {
        const { authorName: _, ...saved } = await updateResult(restApi, id, text);
        await change((rows) => rows.map((row) => (row.id === id ? { ...row, ...saved } : row)));
        return 'saved';
      } catch (failure) {
        if (failure instanceof PortalError && failure.executed === 'unknown') reload();
        throw failure;
      }
    },
    [restApi, taskId, change, reload],
  );
  const remove = useCallback(
    async (id: number) => {
      try {
        await deleteResult(restApi, id);
      } catch (failure) {
        reload();
        throw failure;
      }
      await change((rows) => rows.filter((row) => row.id !== id));
    },
    [restApi, change, reload],
  );
  const drafts = useDrafts(reading?.rows, desk.editStore, `edits:results${taskId}`);

  const { isDown, isMissing } = desk;
  const status = reading ? 'ready' : error ? 'failed' : 'loading';
  const mayPromote = !isMissing && !hopeless.has(error?.kind ?? '');
  return {
    status,
    error,
    results,
    byMessage,
    isResult,
    isUnsure,
    needsAttention:
      [...onTheWay.values()].some((item) => needsPerson(item)) ||
      [...drafts.drafts.values()].some(({ isOpen }) => !isOpen),
    mayPromote,
    isDown,
    reload,
    isReloading: list.isReading,
    holdReading: list.holdReading,
    onTheWay,
    promote,
    retry,
    check,
    drop,
    ...drafts,
    save,
    remove,
  };
}

const isSame = (typed: string, held: string) => typed === held.trim();

function groupByMessage(results: readonly TaskResult[]): Results['byMessage'] {
  const groups = new Map<number, TaskResult[]>();
  for (const result of results) {
    if (result.messageId === null) continue;
    groups.set(result.messageId, [...(groups.get(result.messageId) ?? []), result]);
  }
  return groups;
}
