/** The whole local portal over real HTTP, and short ways to call its methods as somebody. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { issueToken } from '../../../portal/auth/tokens.ts';
import { reset } from '../../../portal/context.ts';
import { startPortal, type RunningPortal } from '../../../portal/server.ts';
import { appCode } from '../../../portal/world/seed/app.ts';
import type { World } from '../../../portal/world/types.ts';

/** The seeded people (test/portal/world/seed/people.ts). */
export const anna = 1; // admin
export const marta = 2; // in task 51
export const olga = 8; // audits task 51, no member of its chat
export const liam = 9; // in no task

export interface Answer {
  status: number;
  /** the whole body */
  body: unknown;
  /** what stands in `result` */
  result: unknown;
  /** the code: `error` in v2; in v3 what follows `BITRIX_REST_V3_EXCEPTION_` */
  error: string | undefined;
  /** v3: the fields that are named in `validation` */
  fields: string[];
}

export interface Portal {
  readonly world: World;
  readonly running: RunningPortal;
  v2(method: string, params?: unknown, userId?: number): Promise<Answer>;
  v3(method: string, params?: unknown, userId?: number): Promise<Answer>;
  /** by webhook: no application */
  hook(method: string, params?: unknown): Promise<Answer>;
}

/** One portal for the tests of a file, as seeded before each. */
export function startTestPortal(): Portal {
  let portal: RunningPortal | undefined;
  const running = () => {
    if (!portal) throw new Error('The portal has not started');
    return portal;
  };
  beforeAll(async () => {
    portal = await startPortal({ port: 0, appUrl: 'http://127.0.0.1:5173/index.html', log: () => {} });
  });
  beforeEach(() => reset(running().context));
  afterAll(() => running().close());

  const token = (userId: number) => issueToken(running().context.world, { userId, appCode }).access;
  return {
    get running() {
      return running();
    },
    get world() {
      return running().context.world;
    },
    v2: (method, params, userId = anna) =>
      post(`${running().origin}/rest/${method}?auth=${token(userId)}`, params),
    v3: (method, params, userId = anna) =>
      post(`${running().origin}/rest/api/${method}?auth=${token(userId)}`, params),
    hook: (method, params) => post(`${running().origin}/rest/1/chatdeskwebhook1/${method}`, params),
  };
}

async function post(url: string, params: unknown = {}): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(params) });
  const body: unknown = await response.json();
  return { status: response.status, body, result: at(body, 'result'), ...errorIn(at(body, 'error')) };
}

function errorIn(error: unknown): Pick<Answer, 'error' | 'fields'> {
  if (typeof error === 'string') return { error, fields: [] };
  const code = at(error, 'code');
  return {
    error: typeof code === 'string' ? code.replace('BITRIX_REST_V3_EXCEPTION_', '') : undefined,
    fields: listAt(error, 'validation').map((item) => String(at(item, 'field'))),
  };
}

/** What lies at a path into an answer; undefined where it leads nowhere. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined;
  }, value);
}

/** The list at a path; empty where there is none. */
export function listAt(value: unknown, ...path: string[]): unknown[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
}

/** The ids of the rows at a path. */
export function idsAt(value: unknown, ...path: string[]): unknown[] {
  return listAt(value, ...path).map((row) => at(row, 'id'));
}

/** The names of an object's fields at a path. */
export function keysAt(value: unknown, ...path: string[]): string[] {
  const target = at(value, ...path);
  return typeof target === 'object' && target !== null ? Object.keys(target) : [];
}
