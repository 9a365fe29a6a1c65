/** Sending one text to the chat of a task: one attempt, and an honest word on how it ended. */
import { PortalError } from '../portal/errors.ts';
import { sendTaskChatMessage } from '../portal/methods/taskChat.ts';
import type { RestApi } from '../portal/restApi.ts';
import type { Problem } from './outgoing.ts';

export type Outcome =
  /** the portal said yes; that the message stands in the chat is still to be seen (PB 2.1) */
  | { kind: 'answered' }
  /** nothing was written */
  | { kind: 'refused'; problem: Problem }
  /** the portal may hold the message or not */
  | { kind: 'unclear'; problem: Problem };

/** Never rejects. */
export async function sendTaskMessage(restApi: RestApi, taskId: number, text: string): Promise<Outcome> {
  try {
    await sendTaskChatMessage(restApi, taskId, text);
    return { kind: 'answered' };
  } catch (failure) {
    const problem = problemOf(failure);
    const written = failure instanceof PortalError ? failure.executed : 'unknown';
    return { kind: written === 'no' ? 'refused' : 'unclear', problem };
  }
}

/** What may be kept and shown of an error. */
export function problemOf(failure: unknown): Problem {
  if (!(failure instanceof PortalError)) return { kind: 'unclear', code: 'UNEXPECTED', portalText: '' };
  const { kind, code, portalText, scope, fields } = failure;
  const words = [portalText, ...fields.map(({ message }) => message)].filter(Boolean).join(' ');
  return { kind, code, portalText: words, ...(scope === undefined ? {} : { scope }) };
}
