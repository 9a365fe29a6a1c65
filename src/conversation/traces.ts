/** The messages of a timeline as delivery compares them; the same message gives the same trace. */
import type { Message } from '../portal/methods/dialogMessages.ts';
import { asTrace, type MessageTrace } from '../sending/asTrace.ts';

const known = new WeakMap<Message, MessageTrace>();

export function tracesOf(messages: readonly Message[]): readonly MessageTrace[] {
  return messages.map((message) => {
    const trace = known.get(message) ?? asTrace(message);
    known.set(message, trace);
    return trace;
  });
}
