/** What there is, what shall be, and the way from one to the other, step by step. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Portal } from '../../portal/connect.ts';
import type { PortalError } from '../../portal/errors.ts';
import { getPlacements, type PlacementRow } from '../../portal/methods/placements.ts';
import { carryOut, type Outcome } from './carryOut.ts';
import { inspect, type Findings } from './inspect.ts';
import { handlerBeside, olderPlaces, taskTab } from './places.ts';
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

/** The findings, the steps that follow from them, and `run`, which carries them out one by one and stops at a failure. */
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

  const isChosen = (place: string, rows: readonly PlacementRow[]) =>
    chosen[place] ?? rows.some(({ placement }) => placement === place);
  const viewOf = (rows: readonly PlacementRow[]) => {
    const places = [taskTab, ...olderPlaces.filter((place) => isChosen(place, rows))];
    return plan(rows, places, handler).map(planned);
  };
  const setRows = (rows: PlacementRow[]) =>
    client.setQueryData<Findings>(queryKey, (known) => known && { ...known, rows });

  const rows = findings?.rows ?? [];
  const steps = run ?? viewOf(rows);

  /** Reads the rows anew and does what is left to do; stops at the first step that fails. */
  async function start(): Promise<void> {
    let views: readonly StepView[] = steps.map(({ step }) => planned(step));
    const show = (index: number, change: Partial<StepView>) => {
      views = views.map((view, position) => (position === index ? { ...view, ...change } : view));
      setRun(views);
    };
    let current = views.findIndex(({ state }) => state === 'waiting');
    show(current, { state: 'running' });
    try {
      let present = await getPlacements(portal.rest);
      views = viewOf(present);
      setRows(present);
      for (const [index, { step, state }] of views.entries()) {
        if (state === 'done') continue;
        current = index;
        show(index, { state: 'running' });
        const outcome = await carryOut(portal.rest, step);
        show(index, { state: 'done', outcome });
        present = rowsAfter(present, step);
        setRows(present);
      }
      setRun(views);
    } catch (failure) {
      show(current, { state: 'failed', failure });
    }
  }

  return {
    findings,
    error,
    /** asks the portal again, from the beginning */
    checkAgain: () => {
      setRun(null);
      void refetch();
    },
    isChecking: isFetching,
    handler,
    steps,
    start,
    isRunning: steps.some(({ state }) => state === 'running'),
    hasRun: run !== null,
    isComplete: steps.every(({ state }) => state === 'done'),
    isChosen: (place: string) => isChosen(place, rows),
    choose: (place: string, isWanted: boolean) => {
      setRun(null);
      setChosen((before) => ({ ...before, [place]: isWanted }));
    },
  };
}

function planned(step: Step): StepView {
  return step.kind === 'keep' ? { step, state: 'done', outcome: 'present' } : { step, state: 'waiting' };
}
