/** The results of one task: the list, the messages on their way into it, and what can be done with them. */
import { useCallback, useMemo } from 'react';
import { deleteResult, type TaskResult } from '../../portal/methods/taskResults.ts';
import type { RestApi } from '../../portal/restApi.ts';
import { needsPerson } from '../../sending/needsPerson.ts';
import type { Desk } from '../../sending/useDesk.ts';
import { isWaiting } from './drafts.ts';
import type { Results } from './results.ts';
import { useDrafts } from './useDrafts.ts';
import { usePromotions, type PromotionDesk } from './usePromotions.ts';
import { useResultList } from './useResultList.ts';
import { useSavingDrafts } from './useSavingDrafts.ts';

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
  const save = useSavingDrafts({ restApi, taskId, setDraft: drafts.setDraft, change, reload });

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
      [...onTheWay.values()].some((item) => needsPerson(item)) || [...drafts.drafts.values()].some(isWaiting),
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

function groupByMessage(results: readonly TaskResult[]): Results['byMessage'] {
  const groups = new Map<number, TaskResult[]>();
  for (const result of results) {
    if (result.messageId === null) continue;
    groups.set(result.messageId, [...(groups.get(result.messageId) ?? []), result]);
  }
  return groups;
}
