/**
 * A file to a dialog, by `uploadFile`, with a text beside it if there is one. No key, no uuid (RF 3.10): after an
 * attempt without a verdict it is looked for by what the portal keeps of a file.
 * Target: `dialogId`, `asResult` (see `resultOf.ts`), where it belongs (see `whereTo.ts`), and those of `KeptFile`, or of
 * `copiedFile.ts`; lane: the dialog.
 */
import type { Item } from '../delivery/item.ts';
import type { Likeness, Outcome, Policy } from '../delivery/policy.ts';
import type { Portal } from '../portal/connect.ts';
import { PortalError } from '../portal/errors.ts';
import { uploadFile } from '../portal/methods/files.ts';
import { deleteMessage } from '../portal/methods/messages.ts';
import { isSameText, sendable } from '../portal/wireText.ts';
import type { MessageTrace } from './asTrace.ts';
import { attemptCopy, fetchContent, isCopy } from './copiedFile.ts';
import { cancelledCode, fileGoneCode, fileIn } from './fileItem.ts';
import { isSameFile } from './fileName.ts';
import type { FileStore } from './fileStore.ts';
import { areAlike, readSince } from './messageTrace.ts';
import { outcomeOf, problemOf, reading, takingBack } from './problem.ts';
import { resultOf } from './resultOf.ts';
import { beginUpload } from './uploads.ts';

/** An upload that breaks off on its way is begun again so often; after that the person decides. */
const mostPauses = 3;

export function file(portal: Portal, userId: number, files: FileStore): Policy<MessageTrace> {
  const { rest } = portal;
  return {
    type: 'read-back',
    attempt: (item) => (isCopy(item) ? copy(portal, item, userId) : attempt(portal, files, item)),
    read: ({ target }, since) => reading(() => readSince(rest, String(target['dialogId']), since)),
    compare: (item, trace) => compareFile(item, trace, userId),
    areAlike: (one, other) => isSameFile(fileIn(one.target), fileIn(other.target)) && areAlike(one, other),
    areCopies: ({ files: [one] }, { files: [other] }) =>
      one !== undefined && other !== undefined && one.size === other.size,
    takeBack: async (item, id) => {
      const shared = await sharesFile(portal, item, id);
      return shared ?? takingBack(() => deleteMessage(rest, id));
    },
    next: resultOf,
    discard: ({ target }) => void files.remove(String(target['fileId'])),
  };
}

async function attempt(portal: Portal, files: FileStore, item: Item): Promise<Outcome> {
  const content = await files.get(String(item.target['fileId']));
  if (content) return upload(portal, item, content);
  return { kind: 'refused', problem: { kind: 'refused', code: fileGoneCode, portalText: '' } };
}

async function copy(portal: Portal, item: Item, userId: number): Promise<Outcome> {
  const copied = await attemptCopy(portal, item, (mine, trace) => compareFile(mine, trace, userId));
  if (copied) return copied;
  const content = await fetchContent(portal, item);
  return content instanceof Blob ? upload(portal, item, content) : content;
}

async function upload(portal: Portal, item: Item, content: Blob): Promise<Outcome> {
  const { key, text, target } = item;
  const told = beginUpload(key, content.size);
  try {
    const { messageId } = await uploadFile(portal, {
      dialogId: String(target['dialogId']),
      name: String(target['name']),
      content,
      text: sendable(text),
      onProgress: told.report,
      signal: told.signal,
    });
    return { kind: 'done', traceId: messageId };
  } catch (failure) {
    return endOf(failure, item);
  } finally {
    told.end();
  }
}

function endOf(failure: unknown, { pauses = 0 }: Item): Outcome {
  if (failure instanceof PortalError && failure.executed === 'no') {
    if (failure.code === 'ABORTED') {
      return { kind: 'refused', problem: { kind: 'refused', code: cancelledCode, portalText: '' } };
    }
    // It broke off on its way, and the chat is read before it is tried again.
    if (failure.kind === 'unreachable' && pauses < mostPauses) {
      return { kind: 'later', problem: problemOf(failure) };
    }
  }
  return outcomeOf(failure);
}

/**
 * Own, without the key of another client, and with such a file. What was written beside it tells two of the same name
 * and size apart, as long as nobody has changed it.
 */
function compareFile(item: Item, trace: MessageTrace, userId: number): Likeness {
  if (trace.authorId !== userId || trace.uuid !== null) return 'other';
  if (trace.isDeleted || trace.isUnreadable) return 'perhaps';
  const mine = fileIn(item.target);
  if (!trace.files.some((its) => isSameFile(mine, its))) return 'other';
  return trace.isEdited || isSameText(item.text, trace.text) ? 'mine' : 'other';
}

/**
 * The browser repeats a commit (see `diskFiles.ts`), and two messages show one file: who deletes the one may take the
 * file from the other.
 * @returns null: it has a file of its own
 */
async function sharesFile(
  { rest }: Portal,
  { target, baseline }: Item,
  id: number,
): Promise<'stays' | 'unclear' | null> {
  const found = await reading(() => readSince(rest, String(target['dialogId']), baseline ?? id - 1));
  if (typeof found === 'string') return 'unclear';
  const own = found.find((trace) => trace.id === id)?.fileIds ?? [];
  const isShared = found.some((trace) => trace.id !== id && trace.fileIds.some((one) => own.includes(one)));
  return isShared ? 'stays' : null;
}
