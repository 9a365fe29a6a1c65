/** How a message that an earlier page left behind is shown: another window may be sending it, or died while it did. */
import { neverSentCode, reloadedCode, type Outgoing } from './outgoing.ts';

/** Decided ones stay as they are; one whose attempt began is looked for; one that only waited waits for the person. */
export function asLeftBehind(item: Outgoing): Outgoing {
  if (item.state === 'refused' || item.state === 'stillUnclear') return item;
  const wasAttempted = item.attemptedAt !== undefined;
  return {
    ...item,
    state: wasAttempted ? 'confirming' : 'stillUnclear',
    problem: { kind: 'unclear', code: wasAttempted ? reloadedCode : neverSentCode, portalText: '' },
  };
}
