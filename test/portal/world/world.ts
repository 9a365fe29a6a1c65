/** Makes a world: the seeded company, the installed application, and where this portal stands on open questions. */
import { installApp, type AppOptions } from './seed/app.ts';
import { seedBigChat } from './seed/big.ts';
import { seedBlocks } from './seed/blocks.ts';
import { seedCatalogue } from './seed/catalogue.ts';
import { seedCrm } from './seed/crm.ts';
import { settle, type WorldDraft } from './seed/draft.ts';
import { seedHostile } from './seed/hostile.ts';
import { seedLines } from './seed/lines.ts';
import { seedLongTask } from './seed/longTask.ts';
import { seedOffice } from './seed/office.ts';
import { seedPeople } from './seed/people.ts';
import { seedRedesign } from './seed/redesign.ts';
import { seedTasks } from './seed/tasks.ts';
import type { Switches, World } from './types.ts';

export interface WorldOptions {
  /** where the application lives, for example `http://127.0.0.1:5173/` */
  appUrl: string;
  /** which company; there is one so far */
  seed?: 'small';
  /** adds task 59, whose chat holds that many messages */
  big?: number;
  switches?: Partial<Switches>;
  /** the installed application, where it differs from Chat Desk as `npm start` has it */
  app?: AppOptions;
}

export const defaultSwitches: Readonly<Switches> = {
  taskReadersMayReadChat: true,
  lineReadersMayReadChat: false,
  installFlag: true,
  limitWithoutCors: false,
  filesNeedCookie: false,
  tasksScope: 'tasks',
  olderTaskCard: false,
  zipUpdateKeepsInstalled: false,
  imV2Files: true,
  unlistedParams: false,
  delivery: 'delivered',
  queryLimit: false,
  language: 'en',
  signedInUserId: 1,
};

/** All dates are counted back from now, so that today and yesterday exist. */
export function createWorld(options: WorldOptions): World {
  const world = emptyWorld({ ...defaultSwitches, ...options.switches });
  const draft: WorldDraft = { world, now: Date.now(), messages: [], unread: [], later: [] };
  seedPeople(draft);
  seedRedesign(draft);
  seedBlocks(draft);
  seedTasks(draft);
  seedHostile(draft);
  seedLongTask(draft);
  seedOffice(draft);
  seedCrm(draft);
  seedCatalogue(draft);
  seedLines(draft);
  settle(draft);
  if (options.big !== undefined) seedBigChat(draft, options.big);
  installApp(world, options.appUrl, options.app);
  return world;
}

function emptyWorld(switches: Switches): World {
  return {
    users: new Map(),
    tasks: new Map(),
    chats: new Map(),
    messages: new Map(),
    files: new Map(),
    results: new Map(),
    sessions: new Map(),
    lines: [],
    quickAnswers: [],
    clientAnswers: new Map(),
    crm: [],
    apps: new Map(),
    placements: [],
    archives: new Map(),
    tokens: [],
    webhooks: [],
    switches,
    // The same after every reset: it is part of the app's storage keys.
    memberId: '5f1c3b8e0d7a4926b1e8c4d09a6f2e73',
    nextId: { message: 1001, file: 301, result: 18, task: 10_001, chat: 200, placement: 1 },
  };
}
