/**
 * What the local portal holds. Plain data, all of it in memory; `GET /control/state` shows it.
 * Field names are ours; each REST method translates them to Bitrix24's own shapes.
 */

export interface User {
  id: number;
  firstName: string;
  lastName: string;
  position: string;
  email: string;
  gender: 'M' | 'F';
  color: string;
  isAdmin: boolean;
  isActive: boolean;
  timeZone: string;
  /** set = a client of an open line, known through this connector, and no colleague */
  connectorId?: string;
  /** a chat bot of the open lines, and no colleague */
  isBot?: boolean;
}

export type TaskStatus = 'pending' | 'in_progress' | 'supposedly_completed' | 'completed' | 'deferred';

export interface Task {
  id: number;
  title: string;
  description: string;
  status: TaskStatus;
  deadline: string | null;
  creatorId: number;
  responsibleId: number;
  accompliceIds: number[];
  auditorIds: number[];
  /** `D_7`, `C_3`, `CO_2`, `L_5` (RF 2.7) */
  crmItemIds: string[];
  /** null until something makes the chat (PB 2.3: v3 `tasks.task.get` does). */
  chatId: number | null;
  createdAt: string;
}

export type ChatKind = 'task' | 'private' | 'group' | 'lines';

export interface Chat {
  id: number;
  kind: ChatKind;
  title: string;
  /** `TASKS_TASK` and the task's id for task chats, `LINES` and the user code for open lines. */
  entityType: string;
  entityId: string;
  ownerId: number;
  memberIds: number[];
  color: string;
  /** user id -> id of the last message that user has read */
  lastRead: Record<number, number>;
}

export interface FileRecord {
  id: number;
  chatId: number;
  authorId: number;
  name: string;
  extension: string;
  kind: 'image' | 'video' | 'audio' | 'file';
  size: number;
  image: { width: number; height: number } | false;
  date: string;
  /** the bytes served under urlShow, urlDownload and urlPreview */
  body: Uint8Array;
  contentType: string;
}

export interface Message {
  id: number;
  chatId: number;
  /** 0 = system */
  authorId: number;
  /** as read back (PB 4.5) */
  text: string;
  /** as received */
  typed: string;
  /** ISO 8601 with offset */
  date: string;
  uuid: string | null;
  /** UPPER-case keys as in `im.dialog.messages.get` (PB 4.3); {} when there are none */
  params: Record<string, unknown>;
}

export interface TaskResult {
  id: number;
  taskId: number;
  messageId: number | null;
  text: string;
  authorId: number;
  createdAt: string;
  updatedAt: string | null;
  status: 'open' | 'closed';
  fileIds: number[];
}

/** An open line session; `lineStates.ts` names the states. */
export interface Session {
  id: number;
  chatId: number;
  connectorId: string;
  lineId: number;
  /** whose it is, or whose turn it is in the queue; only who has answered it owns the chat too */
  operatorId: number | null;
  clientUserId: number;
  status: number;
  isPinned?: boolean;
  crm: Array<Pick<CrmEntity, 'type' | 'id'>>;
  /** where a later session of the same chat begins; left out = with the chat */
  firstMessageId?: number;
}

/** An open line: where its conversations wait, and who may take them. */
export interface Line {
  id: number;
  name: string;
  isActive: boolean;
  /** `all`: everybody in the queue sees it; `evenly`: it is one person's turn */
  queueType: 'all' | 'evenly';
  queue: number[];
  botId?: number;
  /** how long a finished conversation waits for the client (state 50) before it is closed; 0 = it is closed at once */
  fullCloseMinutes: number;
}

/** What `imopenlines.message.quick.save` keeps. */
export interface QuickAnswer {
  id: number;
  lineId: number;
  messageId: number;
  text: string;
}

export interface CrmEntity {
  /** `dynamic_128`: the one smart process, which has no open line chats (RF 4.1) */
  type: 'lead' | 'deal' | 'contact' | 'company' | 'dynamic_128';
  id: number;
  title: string;
  assignedById: number;
  contactId?: number;
  /** all contacts of a deal, the first of them `contactId`; left out: that one */
  contactIds?: number[];
  companyId?: number;
  firstName?: string;
  lastName?: string;
  phones?: string[];
  emails?: string[];
  /** what a lead or deal is worth, in euros; left out: 0 */
  opportunity?: number;
}

/** What a bound place is called in one language; keys as `LANG_ALL` has them (PB 6). */
export interface PlacementTexts {
  TITLE: string;
  DESCRIPTION: string;
  GROUP_NAME: string;
}

export interface PlacementRow {
  id: number;
  appCode: string;
  placement: string;
  handler: string;
  /** where `langAll` has none for the person; `titleFor` decides */
  title: string;
  description: string;
  /** by language code; {} = only `title` */
  langAll: Record<string, PlacementTexts>;
  options: Record<string, string>;
  /** 0 = for everybody */
  userId: number;
}

/** An application as the portal knows it. */
export interface App {
  id: number;
  code: string;
  clientId: string;
  title: string;
  /** where DEFAULT opens; the handlers of placements stand in `placements` */
  url: string;
  /** shown instead while not installed; null = none */
  installUrl: string | null;
  installed: boolean;
  scopes: string[];
  /** 'form' = POST into a named frame, 'static' = GET by `src` (PB 5.1) */
  opensBy: 'form' | 'static';
  applicationToken: string;
  options: Record<string, unknown>;
  userOptions: Record<number, Record<string, unknown>>;
  /** users whose first run is over (`setInstall`) */
  startedBy: number[];
  version: number;
}

/** Name inside a ZIP, with `/` between folders -> its bytes. */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

export interface Token {
  access: string;
  refresh: string;
  userId: number;
  appCode: string;
  /** ms since 1970 */
  expiresAt: number;
}

export interface Webhook {
  userId: number;
  secret: string;
  scopes: string[];
}

/** Where portals are known or suspected to differ; tests run both ways. */
export interface Switches {
  /** PB 4.3: source says any task reader reads the chat, the docs say members only */
  taskReadersMayReadChat: boolean;
  /** PB source key M, `config.php` `canJoin`: whether who may come into an open line chat reads it before they do */
  lineReadersMayReadChat: boolean;
  /** PB NOT FOUND 5: `INSTALL` in getInitData may be missing in the newest portals */
  installFlag: boolean;
  /** PB NOT FOUND 1: the front end's 503 may carry no CORS headers */
  limitWithoutCors: boolean;
  /** third-party frames have no portal cookie; file addresses then answer 403 */
  filesNeedCookie: boolean;
  /** RF 2.1: whether the scope `tasks` is on offer; 'task' = the scope `task` is enough for v3 */
  tasksScope: 'tasks' | 'task' | 'missing';
  /** PB 5.3: options name of the older task card (`TASK_ID`) and its inline frame */
  olderTaskCard: boolean;
  /** unknown: whether an update of a ZIP application that was installed has to be installed again */
  zipUpdateKeepsInstalled: boolean;
  /** RF 3.10: whether the portal has `im.v2.File.*`; older ones have only the way over Drive */
  imV2Files: boolean;
  /** whether `im.dialog.messages.get` gives `REPLY_ID` and other params outside the portal's own list */
  unlistedParams: boolean;
  /** what the channel of an open line reports of a message to the client: it has it, nothing yet, or an error */
  delivery: 'delivered' | 'sending' | 'failed';
  /** RF 8.3: leaky bucket of the cloud front end; off for on-premise portals */
  queryLimit: boolean;
  /** the language of the signed-in person's interface: LANG of the frame, texts of the portal's pages */
  language: string;
  /** who is signed in on the portal's pages, in browsers where nobody else has signed in */
  signedInUserId: number;
}

export interface World {
  users: Map<number, User>;
  tasks: Map<number, Task>;
  chats: Map<number, Chat>;
  /** by chat id, ascending by message id */
  messages: Map<number, Message[]>;
  files: Map<number, FileRecord>;
  results: Map<number, TaskResult>;
  sessions: Map<number, Session>;
  lines: Line[];
  quickAnswers: QuickAnswer[];
  /** by chat id: what its client answers whenever somebody has written to them, and after how many ms */
  clientAnswers: Map<number, { text: string; ms: number }>;
  crm: CrmEntity[];
  apps: Map<string, App>;
  placements: PlacementRow[];
  /** unpacked ZIP applications, by `/static/<code>/<version>/` */
  archives: Map<string, ArchiveFiles>;
  tokens: Token[];
  webhooks: Webhook[];
  switches: Switches;
  memberId: string;
  nextId: { message: number; file: number; result: number; task: number; chat: number; placement: number };
}
