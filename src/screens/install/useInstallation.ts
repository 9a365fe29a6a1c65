/** What there is, what shall be, and the way from one to the other, step by step. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Portal } from '../../portal/connect.ts';
import type { PortalError } from '../../portal/errors.ts';
import { getPlacements, type PlacementRow } from '../../portal/methods/placements.ts';
import { carryOut, type Outcome } from './carryOut.ts';
import { inspect, type Findings } from './inspect.ts';
import { handlerBeside, isAskedFor, wantedPlaces } from './places.ts';
import { plan, rowsAfter, type Step } from './plan.ts';

export interface StepView {
  step: Step;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** of a step that is done */
  outcome?: Outcome;
  /** of one that failed; what is not a PortalError is a mistake of ours */
  failure?: unknown;
}

const queryKey = ['installation'];

/** The findings, the steps that follow from them, and `start`, which carries them out one by one. */
export function useInstallation(portal: Portal) {
  const {
    data: findings,
    error,
    refetch,
    isFetching,
  } = useQuery<Findings, PortalError>({
    queryKey,
    queryFn: () => inspect(portal),
    staleTime: Infinity,
    // Opened again, it looks again.
    gcTime: 0,
    // Back from the settings of the application, where a missing permission was added.
    refetchOnWindowFocus: ({ state }) =>
      state.data?.scopes.some(({ verdict }) => verdict === 'missing') === true && 'always',
  });
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const [run, setRun] = useState<readonly StepView[] | null>(null);
  const handler = handlerBeside(location.href);

  // Not state: a second press may come before React has drawn the first.
  const isAtWork = useRef(false);

  const viewOf = (rows: readonly PlacementRow[]) =>
    plan(rows, wantedPlaces(rows, chosen), handler).map(planned);
  /** Whatever is still being asked was asked before this, and would take it back. */
  const setRows = async (rows: PlacementRow[]) => {
    await client.cancelQueries({ queryKey });
    client.setQueryData<Findings>(queryKey, (known) => known && { ...known, rows });
  };

  const rows = findings?.rows ?? [];
  const steps = run ?? viewOf(rows);
  const isRunning = steps.some(({ state }) => state === 'running');
  const hasFailed = steps.some(({ state }) => state === 'failed');

  /**
   * Reads the rows anew and does what is left to do. Stops at a failure that leaves a wanted place without its row; one
   * of a clean-up holds up neither the other clean-ups nor the end.
   */
  async function carryOutAll(): Promise<void> {
    let views: readonly StepView[] = steps.map(({ step }) => planned(step));
    const show = (index: number, change: Partial<StepView>) => {
      views = views.map((view, position) => (position === index ? { ...view, ...change } : view));
      setRun(views);
    };
    const first = views.findIndex(({ state }) => state === 'waiting');
    show(first, { state: 'running' });
    let present: PlacementRow[];
    try {
      present = await getPlacements(portal.rest);
    } catch (failure) {
      show(first, { state: 'failed', failure });
      return;
    }
    views = viewOf(present);
    setRun(views);
    await setRows(present);
    for (const [index, { step, state }] of views.entries()) {
      if (state === 'done') continue;
      show(index, { state: 'running' });
      try {
        const outcome = await carryOut(portal.rest, step);
        show(index, { state: 'done', outcome });
        present = rowsAfter(present, step);
      } catch (failure) {
        if (step.kind === 'unite') present = await rowsLeft(portal, present, step);
        show(index, { state: 'failed', failure });
        if (!isInPlace(viewOf(present))) return;
      } finally {
        await setRows(present);
      }
    }
  }

  return {
    findings,
    error,
    /** asks the portal again, from the beginning; not in the middle of the work */
    checkAgain: () => {
      if (isAtWork.current) return;
      setRun(null);
      void refetch();
    },
    isChecking: isFetching,
    handler,
    steps,
    /** does the steps; nothing while it is at it */
    start: async () => {
      if (isAtWork.current) return;
      isAtWork.current = true;
      await carryOutAll().finally(() => (isAtWork.current = false));
    },
    isRunning,
    hasRun: run !== null,
    hasFailed,
    isComplete: steps.every(({ state }) => state === 'done'),
    /** every wanted place has its row, and what failed only leaves something old behind */
    hasLeftovers: !isRunning && hasFailed && isInPlace(viewOf(rows)),
    isChosen: (place: string) => isAskedFor(place, rows, chosen),
    choose: (place: string, isWanted: boolean) => {
      setRun(null);
      setChosen((before) => ({ ...before, [place]: isWanted }));
    },
  };
}

function planned(step: Step): StepView {
  return step.kind === 'keep' ? { step, state: 'done', outcome: 'present' } : { step, state: 'waiting' };
}

function isInPlace(views: readonly StepView[]): boolean {
  return views.every(({ step }) => step.kind !== 'bind');
}

/** Equal rows go and one comes back: where that failed in between, only the portal knows. */
async function rowsLeft(
  { rest }: Portal,
  before: PlacementRow[],
  { row: { placement } }: Step,
): Promise<PlacementRow[]> {
  return getPlacements(rest).catch(() => before.filter((row) => row.placement !== placement));
}
