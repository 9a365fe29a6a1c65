/** A message as delivery sees it. Apart from `messageTrace.ts`, because the screen needs no more than this. */
import type { Trace } from '../delivery/policy.ts';
import type { DialogFile, Message } from '../portal/methods/dialogMessages.ts';

export interface MessageTrace extends Message, Trace {
  /** those of the message that are known */
  files: DialogFile[];
}

export function asTrace(message: Message, files: ReadonlyMap<number, DialogFile> = new Map()): MessageTrace {
  const own = message.fileIds.flatMap((id) => files.get(id) ?? []);
  return { ...message, at: Date.parse(message.date), files: own };
}

/** @param files those of the same page */
export function asTraces(messages: readonly Message[], files: readonly DialogFile[]): MessageTrace[] {
  const byId = new Map(files.map((file) => [file.id, file]));
  return messages.map((message) => asTrace(message, byId));
}
