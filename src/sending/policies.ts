/** Every kind of send that this version knows; any page sends all of them, whatever its screen. */
import type { Policies } from '../delivery/policy.ts';
import type { Portal } from '../portal/connect.ts';
import { dialogMessage } from './dialogMessage.ts';
import { file } from './file.ts';
import { pageFileStore, type FileStore } from './fileStore.ts';
import type { Kind } from './kinds.ts';
import { openLineReply } from './openLineReply.ts';
import { taskResult } from './taskResult.ts';
import { taskText } from './taskText.ts';

/** By `Item.kind`. */
export function createPolicies(portal: Portal, userId: number, files: FileStore = pageFileStore()): Policies {
  return {
    taskText: taskText(portal, userId),
    dialogMessage: dialogMessage(portal, userId),
    openLineReply: openLineReply(portal, userId),
    taskResult: taskResult(portal, userId),
    file: file(portal, userId, files),
  } satisfies Record<Kind, Policies[string]>;
}
