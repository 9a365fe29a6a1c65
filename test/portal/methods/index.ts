/** All REST methods of the local portal. */
import type { V2Method, V3Method } from '../rest/call.ts';
import { dialogs } from './dialogs.ts';
import { documentationMethods } from './documentation.ts';
import { files } from './files.ts';
import { messageChanges } from './messageChanges.ts';
import { messages } from './messages.ts';
import { openLines } from './openLines.ts';
import { placements } from './placements.ts';
import { systemMethods } from './system.ts';
import { taskChat } from './taskChat.ts';
import { taskResults } from './taskResults.ts';
import { tasksV2 } from './tasksV2.ts';
import { tasksV3 } from './tasksV3.ts';
import { users } from './users.ts';

const v3Families = [...tasksV3, ...taskChat, ...taskResults];
const v2Families = [
  ...users,
  ...tasksV2,
  ...dialogs,
  ...messages,
  ...messageChanges,
  ...files,
  ...openLines,
  ...placements,
];

export const v3Methods: V3Method[] = [...v3Families, ...documentationMethods(v3Families)];

export const v2Methods: V2Method[] = [...v2Families, ...systemMethods({ v2: v2Families, v3: v3Methods })];
