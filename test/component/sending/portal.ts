/** A local portal of the test file's own, with the real SDK, shim and policies on it. */
import { afterAll, inject } from 'vitest';
import { newKey, type Item } from '../../../src/delivery/item.ts';
import type { Trace } from '../../../src/delivery/policy.ts';
import type { Portal } from '../../../src/portal/connect.ts';
import { createRestApi } from '../../../src/portal/restApi.ts';
import { parsePlacement } from '../../../src/portal/placement.ts';
import { shareTokens } from '../../../src/portal/tokens.ts';
import { createUpload } from '../../../src/portal/upload.ts';
import { classicRest } from '../portal/classicRest.ts';
import { frameWith } from '../portal/wild.ts';
import type { FaultRule } from '../../portal/faults/rules.ts';
import type {
  Chat,
  FileRecord,
  Message,
  Session,
  Switches,
  Task,
  TaskResult,
} from '../../portal/world/types.ts';
import type { NewLineChat } from '../../portal/world/chats.ts';
import type { NewMessage } from '../../portal/world/messages.ts';

/** As `/control/faults` takes it (test/portal/README.md). */
export type Rule = Pick<FaultRule, 'fault'> & Partial<FaultRule>;

export interface PortalState {
  messages: Message[];
  files: Array<Omit<FileRecord, 'body'>>;
  results: TaskResult[];
  chats: Chat[];
  sessions: Session[];
}

/** Anna, administrator. */
export const anna = 1;
/** In no task of others, in no chat of theirs. */
export const liam = 9;

const origin = inject('portalsOrigin');

async function ask<Answer>(path: string, method = 'GET', body?: unknown): Promise<Answer> {
  const response = await fetch(`${origin}/portals${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer;
}

/** Started once a test file, and closed behind it. */
export async function openPortal() {
  const {
    id,
    origin: address,
    tokens,
  } = await ask<{
    id: string;
    origin: string;
    tokens: Record<number, [first: string, second: string]>;
  }>('', 'POST');
  afterAll(() => ask(`/${id}`, 'DELETE'));

  const state = () => ask<PortalState>(`/${id}/control/state`);
  /** Each person has two. */
  const tokensOf = (userId: number): [first: string, second: string] => tokens[userId] ?? ['', ''];

  /** What a frame of this person holds. @param more tokens that the portal's page gives when it is asked for one */
  function portalOf(userId: number, ...more: Array<string | null>): Portal {
    const held = [tokensOf(userId)[0], ...more];
    return {
      origin: address,
      memberId: newKey(),
      language: 'en',
      placement: parsePlacement('DEFAULT', {}),
      isInstalling: false,
      isAdmin: userId === anna,
      finishInstallation: () => Promise.reject(new Error('Not here')),
      rest: classicRest(address, ...held),
      restApi: createRestApi(address, shareTokens(frameWith(...held))),
      upload: createUpload(`${address}/rest`, shareTokens(frameWith(...held))),
      personActed: () => undefined,
    };
  }

  return {
    portalOf,
    tokensOf,
    state,
    /** Replaces all rules. */
    faults: (...rules: Rule[]) => ask(`/${id}/control/faults`, 'POST', rules),
    noFaults: () => ask(`/${id}/control/faults`, 'DELETE'),
    /** The requests of one method, those refused on arrival too. */
    requestsTo: async (method: string) =>
      (await ask<Array<{ method: string; status: number }>>(`/${id}/control/requests`)).filter(
        (one) => one.method === method,
      ),
    say: (chatId: number, userId: number, text: string, uuid: string | null = null) =>
      ask<{ message: Message }>(`/${id}/control/colleague-message`, 'POST', { chatId, userId, text, uuid }),
    /** As `switches` of `/control/reset`, and nothing else is reset. */
    switchTo: (switches: Partial<Switches>) => ask(`/${id}/switches`, 'POST', switches),
    /** What the application may do. */
    grant: (...scopes: string[]) => ask(`/${id}/scopes`, 'POST', scopes),
    /** @param operatorId as if this colleague had taken it; left out: as before */
    setSession: (chatId: number, status: number, operatorId?: number) =>
      ask(`/${id}/control/session`, 'POST', { chatId, status, ...(operatorId && { operatorId }) }),
    write: (...messages: NewMessage[]) => ask<Message[]>(`/${id}/messages`, 'POST', messages),
    /** Anna's, with a chat of its own. */
    async newTask(more: Partial<Task> = {}): Promise<{ taskId: number; chatId: number }> {
      const task = await ask<Task>(`/${id}/tasks`, 'POST', { title: 'For sending', ...more });
      return { taskId: task.id, chatId: task.chatId ?? 0 };
    },
    newLine: (line: Partial<NewLineChat> = {}) =>
      ask<{ chat: Chat; session: Session }>(`/${id}/lines`, 'POST', {
        crm: [{ type: 'deal', id: 7 }],
        ...line,
      }),
    /** What a chat holds now, deleted messages left out. */
    async heldIn(chatId: number): Promise<Message[]> {
      const { messages } = await state();
      return messages.filter((one) => one.chatId === chatId && one.params['IS_DELETED'] !== 'Y');
    },
  };
}

export type TestPortal = Awaited<ReturnType<typeof openPortal>>;

/** As it stands in the store while its first attempt is under way. */
export function item(text: string, target: Item['target'], more: Partial<Item> = {}): Item {
  return {
    key: newKey(),
    kind: 'any',
    text,
    target,
    state: 'sending',
    createdAt: Date.now(),
    attempts: 1,
    baseline: 0,
    ...more,
  };
}

/** Of a reading that must have succeeded. */
export function read<T extends Trace>(reading: readonly T[] | string): readonly T[] {
  if (typeof reading === 'string') throw new Error(`The reading is ${reading}`);
  return reading;
}
