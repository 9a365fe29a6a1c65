/**
 * A file to a dialog, by `im.v2.File.upload`, with a text beside it if there is one. No key, no uuid (RF 3.10): after
 * an attempt without a verdict it is looked for by what the portal keeps of a file.
 * Target: `dialogId`, `fileId` (in the file store), `name`, `size` (bytes), `asResult` (see `resultOf.ts`); lane: the dialog.
 */
import type { Item } from '../delivery/item.ts';
import type { Likeness, Policy } from '../delivery/policy.ts';
import type { Portal } from '../portal/connect.ts';
import { uploadFile } from '../portal/methods/files.ts';
import { deleteMessage } from '../portal/methods/messages.ts';
import { sendable } from '../portal/wireText.ts';
import type { FileStore } from './fileStore.ts';
import type { MessageTrace } from './asTrace.ts';
import { readSince } from './messageTrace.ts';
import { outcomeOf, reading, takingBack } from './problem.ts';
import { resultOf } from './resultOf.ts';

export function file({ rest }: Portal, userId: number, files: FileStore): Policy<MessageTrace> {
  return {
    type: 'read-back',
    async attempt({ text, target }) {
      const content = await files.get(String(target['fileId']));
      if (!content) {
        return { kind: 'refused', problem: { kind: 'refused', code: 'FILE_GONE', portalText: '' } };
      }
      try {
        const { messageId } = await uploadFile(rest, {
          dialogId: String(target['dialogId']),
          name: String(target['name']),
          content,
          text: sendable(text),
        });
        return { kind: 'done', traceId: messageId };
      } catch (failure) {
        return outcomeOf(failure);
      }
    },
    read: ({ target }, since) => reading(() => readSince(rest, String(target['dialogId']), since)),
    compare: (item, trace) => compareFile(item, trace, userId),
    areAlike: (one, other) => isSameFile(one, nameOf(other), Number(other.target['size'])),
    areCopies: ({ files: [one] }, { files: [other] }) =>
      one !== undefined && other !== undefined && one.size === other.size,
    takeBack: (_item, id) => takingBack(() => deleteMessage(rest, id)),
    next: resultOf,
    discard: ({ target }) => void files.remove(String(target['fileId'])),
  };
}

/** Own, without the key of another client, and with such a file. A message that was changed still has its file. */
function compareFile(item: Item, trace: MessageTrace, userId: number): Likeness {
  if (trace.authorId !== userId || trace.uuid !== null) return 'other';
  if (trace.isDeleted || trace.isUnreadable) return 'perhaps';
  return trace.files.some(({ name, size }) => isSameFile(item, name, size)) ? 'mine' : 'other';
}

/** Where a name is taken the portal numbers the new one: `report (1).pdf`. */
function isSameFile(item: Item, name: string, size: number): boolean {
  const [mine, other] = [partsOf(nameOf(item)), partsOf(name)];
  return (
    size === Number(item.target['size']) &&
    mine.extension === other.extension &&
    unnumbered(other.stem) === unnumbered(mine.stem)
  );
}

/** A numbered one may be numbered again. */
function unnumbered(stem: string): string {
  return stem.replace(/(\s?\(\d+\))+$/, '');
}

function nameOf({ target }: Item): string {
  return String(target['name']);
}

function partsOf(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0
    ? { stem: name.slice(0, dot), extension: name.slice(dot + 1).toLowerCase() }
    : { stem: name, extension: '' };
}
