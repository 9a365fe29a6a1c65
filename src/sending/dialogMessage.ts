/**
 * A message to any dialog, by `im.message.add`. The portal takes the item's key as `TEMPLATE_ID` and sends it once
 * (PB 4.1), so an attempt without a verdict is repeated with the same key.
 * Target: `dialogId`, `replyTo` (a message of it), `asResult` (see `resultOf.ts`), where it belongs (see `whereTo.ts`);
 * lane: the dialog.
 */
import type { Outcome, Policy } from '../delivery/policy.ts';
import type { Portal } from '../portal/connect.ts';
import { isDuplicate, sendDialogMessage } from '../portal/methods/messages.ts';
import { sendable } from '../portal/wireText.ts';
import type { MessageTrace } from './asTrace.ts';
import { areAlike, compareText, readSince } from './messageTrace.ts';
import { outcomeOf, problemOf, reading } from './problem.ts';
import { resultOf } from './resultOf.ts';

export function dialogMessage({ rest }: Portal, userId: number): Policy<MessageTrace> {
  return {
    type: 'keyed',
    async attempt({ key, sendKey = key, text, target, attempts, problem }): Promise<Outcome> {
      try {
        const dialogId = String(target['dialogId']);
        const traceId = await sendDialogMessage(rest, {
          dialogId,
          text: sendable(text),
          templateId: sendKey,
          ...(target['replyTo'] === undefined ? {} : { replyId: Number(target['replyTo']) }),
        });
        return { kind: 'done', traceId };
      } catch (failure) {
        if (isDuplicate(failure)) return { kind: 'known', problem: problemOf(failure) };
        const outcome = outcomeOf(failure);
        // Checked before the key: it says nothing about what an earlier attempt has left (PB 4.1).
        const isRefused = outcome.kind === 'refused' && attempts > 1;
        // One in doubt keeps what has put it there.
        const isInDoubt = outcome.problem.kind === 'auth' && problem !== undefined;
        return isRefused || isInDoubt ? { kind: 'unclear', problem: outcome.problem } : outcome;
      }
    },
    read: ({ target }, since) => reading(() => readSince(rest, String(target['dialogId']), since)),
    compare(item, trace) {
      if (trace.uuid === (item.sendKey ?? item.key)) return 'mine';
      // The key shows only a while after the message (PB 4.1).
      return compareText(item, trace, userId) === 'mine' ? 'perhaps' : 'other';
    },
    // Two of this kind are told apart by their keys; one of another kind may look like it until the key shows.
    areAlike: (one, other) => one.kind !== other.kind && areAlike(one, other),
    // One key, one message.
    areCopies: () => false,
    next: resultOf,
  };
}
