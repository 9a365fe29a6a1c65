/** What there is, what shall be, and the way from one to the other, step by step. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Portal } from '../../portal/connect.ts';
import type { PortalError } from '../../portal/errors.ts';
import { getPlacements, type PlacementRow } from '../../portal/methods/placements.ts';
import { carryOut, type Outcome } from './carryOut.ts';
import { inspect, type Findings } from './inspect.ts';
import { closedCards } from './needs.ts';
import { cardOf, handlerBeside, isAskedFor, wantedPlaces } from './places.ts';
import { isCleanUp, isIdle, plan, rowsAfter, type Step } from './plan.ts';

export interface StepView {
  step: Step;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** of a step that is done */
  outcome?: Outcome;
  /** of one that failed; what is not a PortalError is a mistake of ours */
  failure?: unknown;
}

/** What a run, or the permissions, leave undone where Chat Desk stands in the card of a task. */
export type Remainder = 'nothing' | 'crmLeftOut' | 'crmFailed' | 'oldRows';

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

  const closed = closedCards(findings?.scopes ?? []);
  const viewOf = (rows: readonly PlacementRow[]) =>
    plan(rows, wantedPlaces(rows, chosen), handler, closed).map(planned);
  /** Whatever is still being asked was asked before this, and would take it back. */
  const setRows = async (rows: PlacementRow[]) => {
    await client.cancelQueries({ queryKey });
    client.setQueryData<Findings>(queryKey, (known) => known && { ...known, rows });
  };

  const rows = findings?.rows ?? [];
  // A permission was added since: what had to be left out can be done.
  const isOutrun = run?.some(
    ({ step: { kind, row } }) => kind === 'leaveOut' && !closed.includes(cardOf(row.placement)),
  );
  const steps = run && !isOutrun ? run : viewOf(rows);
  const isRunning = steps.some(({ state }) => state === 'running');
  const hasFailed = steps.some(({ state }) => state === 'failed');

  /**
   * Reads the rows anew and does what is left to do. Stops at a failure that leaves the card of a task without its row;
   * one in the CRM or of a clean-up holds up neither the other steps nor the end.
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
      // Where the new row could not be bound, an old one is better than none.
      if (isCleanUp(step) && isWanting(viewOf(present), step.row.placement)) continue;
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

  const isComplete = steps.every(({ state }) => state === 'done');

  function remainder(): Remainder {
    if (isComplete) return closed.length > 0 ? 'crmLeftOut' : 'nothing';
    return viewOf(rows).some(({ step }) => step.kind === 'bind') ? 'crmFailed' : 'oldRows';
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
    isComplete,
    /** it can be finished, although something failed */
    hasLeftovers: !isRunning && hasFailed && isInPlace(viewOf(rows)),
    remainder: remainder(),
    isChosen: (place: string) => isAskedFor(place, rows, chosen),
    choose: (place: string, isWanted: boolean) => {
      setRun(null);
      setChosen((before) => ({ ...before, [place]: isWanted }));
    },
  };
}

function planned(step: Step): StepView {
  if (step.kind === 'keep') return { step, state: 'done', outcome: 'present' };
  return isIdle(step) ? { step, state: 'done', outcome: 'leftOut' } : { step, state: 'waiting' };
}

/** Whether Chat Desk stands in the card of a task, and in the older ones it was asked for. */
function isInPlace(views: readonly StepView[]): boolean {
  return views.every(({ step }) => step.kind !== 'bind' || cardOf(step.row.placement) === 'crm');
}

function isWanting(views: readonly StepView[], placement: string): boolean {
  return views.some(({ step: { kind, row } }) => kind === 'bind' && row.placement === placement);
}

/** Equal rows go and one comes back: where that failed in between, only the portal knows. */
async function rowsLeft(
  { rest }: Portal,
  before: PlacementRow[],
  { row: { placement } }: Step,
): Promise<PlacementRow[]> {
  return getPlacements(rest).catch(() => before.filter((row) => row.placement !== placement));
}
