/** All REST methods of the local portal. */
import type { V2Method, V3Method } from '../rest/call.ts';
import { crmClassic } from './crmClassic.ts';
import { crmItems } from './crmItems.ts';
import { dialogs } from './dialogs.ts';
import { disk } from './disk.ts';
import { documentationMethods } from './documentation.ts';
import { files } from './files.ts';
import { imDisk } from './imDisk.ts';
import { likes } from './likes.ts';
import { lineConfigs } from './lineConfigs.ts';
import { lineMembers } from './lineMembers.ts';
import { lineOperators } from './lineOperators.ts';
import { lineSessions } from './lineSessions.ts';
import { messageChanges } from './messageChanges.ts';
import { messageSearch } from './messageSearch.ts';
import { messages } from './messages.ts';
import { openLines } from './openLines.ts';
import { options } from './options.ts';
import { peopleList } from './peopleList.ts';
import { peopleSearch } from './peopleSearch.ts';
import { placements } from './placements.ts';
import { systemMethods } from './system.ts';
import { taskAddV2, taskAddV3 } from './taskAdd.ts';
import { taskChat } from './taskChat.ts';
import { taskResults } from './taskResults.ts';
import { taskWatch } from './taskWatch.ts';
import { tasksV2 } from './tasksV2.ts';
import { tasksV3 } from './tasksV3.ts';
import { users } from './users.ts';

const v3Families = [...tasksV3, ...taskAddV3, ...taskChat, ...taskResults];
const v2Families = [
  ...users,
  ...peopleList,
  ...peopleSearch,
  ...tasksV2,
  ...taskAddV2,
  ...taskWatch,
  ...dialogs,
  ...messageSearch,
  ...messages,
  ...messageChanges,
  ...likes,
  ...files,
  ...disk,
  ...imDisk,
  ...openLines,
  ...lineOperators,
  ...lineSessions,
  ...lineMembers,
  ...lineConfigs,
  ...crmItems,
  ...crmClassic,
  ...options,
  ...placements,
];

export const v3Methods: V3Method[] = [...v3Families, ...documentationMethods(v3Families)];

export const v2Methods: V2Method[] = [...v2Families, ...systemMethods({ v2: v2Families, v3: v3Methods })];
