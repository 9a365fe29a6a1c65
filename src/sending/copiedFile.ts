/**
 * A file that lies in another dialog of the portal, on its way into this one: the portal copies it, and where it does
 * not, its content is fetched and uploaded. Part of kind `file`; target: `copyOf` (its id), `copyFrom` (the dialog that
 * shows it) besides those of `KeptFile`.
 */
import type { Item, Problem } from '../delivery/item.ts';
import type { Likeness, Outcome } from '../delivery/policy.ts';
import type { Portal } from '../portal/connect.ts';
import { PortalError } from '../portal/errors.ts';
import { copyFile } from '../portal/methods/copyFile.ts';
import { downloadLink } from '../portal/methods/fileLinks.ts';
import { timeLimitFor } from '../portal/methods/sentFile.ts';
import type { MessageTrace } from './asTrace.ts';
import { fileIn, notFetchedCode } from './fileItem.ts';
import { readSince } from './messageTrace.ts';
import { outcomeOf, problemOf, reading } from './problem.ts';

/** A link that is not to be had is asked for again so often; after that the person decides. */
const mostPauses = 3;
const passing: ReadonlySet<string> = new Set(['unreachable', 'unclear', 'malformed', 'limit']);

type Compare = (item: Item, trace: MessageTrace) => Likeness;

export function isCopy({ target }: Item): boolean {
  return target['copyOf'] !== undefined;
}

/** @returns null: nothing was written for certain, and its content may find its way */
export async function attemptCopy({ rest }: Portal, item: Item, compare: Compare): Promise<Outcome | null> {
  const { target } = item;
  try {
    return {
      kind: 'done',
      traceId: await copyFile(rest, String(target['dialogId']), Number(target['copyOf'])),
    };
  } catch (failure) {
    const outcome = outcomeOf(failure);
    if (outcome.kind === 'refused') return isSameElsewhere(outcome.problem) ? outcome : null;
    const isAnswer = failure instanceof PortalError && failure.code === 'SAVE_ERROR';
    // The call is over: what it has left, if anything, can be read.
    return isAnswer && (await leftNothing({ rest }, item, compare)) ? null : outcome;
  }
}

/** Session, permissions, and who may write in the chat are the same on the other way: its content is not fetched for it. */
function isSameElsewhere({ kind, code }: Problem): boolean {
  return kind === 'auth' || kind === 'scope' || code === 'ACCESS_ERROR';
}

async function leftNothing({ rest }: Pick<Portal, 'rest'>, item: Item, compare: Compare): Promise<boolean> {
  const { baseline, target } = item;
  if (baseline === undefined) return false;
  const found = await reading(() => readSince(rest, String(target['dialogId']), baseline));
  if (typeof found === 'string') return false;
  return found.every((trace) => trace.id <= baseline || compare(item, trace) === 'other');
}

/** By a one-time link, which another origin has to let us read. @returns why not, where that does not work */
export async function fetchContent({ rest }: Portal, { target, pauses = 0 }: Item): Promise<Blob | Outcome> {
  const refused: Outcome = {
    kind: 'refused',
    problem: { kind: 'refused', code: notFetchedCode, portalText: '' },
  };
  const { size } = fileIn(target);
  let link: string;
  try {
    link = await downloadLink(rest, String(target['copyFrom']), Number(target['copyOf']));
  } catch (failure) {
    // A question only: nothing was written, whatever became of it.
    const problem = problemOf(failure);
    const mayPass = passing.has(problem.kind) || ['later', 'notHere'].includes(outcomeOf(failure).kind);
    return { kind: mayPass && pauses < mostPauses ? 'later' : 'refused', problem };
  }
  try {
    const signal = AbortSignal.timeout(timeLimitFor(size));
    const response = await fetch(link, { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
    const content = await response.blob();
    // A page that asks to sign in is a success as well.
    return response.ok && content.size === size ? content : refused;
  } catch {
    return refused;
  }
}
