/** A portal with a handful of methods of its own, and short ways to call it. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { issueToken } from '../../../portal/auth/tokens.ts';
import { reset } from '../../../portal/context.ts';
import { Paged, Raw, type V2Method, type V3Method } from '../../../portal/rest/call.ts';
import { V2Error, V3Error } from '../../../portal/rest/errors.ts';
import { startPortal, type RunningPortal } from '../../../portal/server.ts';
import { appCode } from '../../../portal/world/seed/app.ts';
import { addMessage } from '../../../portal/world/messages.ts';

const v2: V2Method[] = [
  { name: 'test.echo', scopes: [], handle: ({ params, user }) => ({ userId: user.id, params }) },
  { name: 'test.list', scopes: [], handle: () => new Paged([1, 2], { total: 7, next: 2 }) },
  { name: 'test.write', scopes: ['im'], handle: (call) => write(call.world, call.user.id, call.params.text) },
  { name: 'test.crm', scopes: ['crm'], handle: () => true },
  { name: 'test.user', scopes: ['user'], handle: () => true },
  { name: 'test.app', scopes: [], needsApp: true, handle: ({ app }) => app?.code },
  {
    name: 'test.refuse',
    scopes: [],
    handle: () => {
      throw new V2Error('ERROR_ARGUMENT', "Argument 'X' is null or empty", 400, { argument: 'X' });
    },
  },
  {
    name: 'test.crash',
    scopes: [],
    handle: () => {
      throw new TypeError('broken');
    },
  },
  {
    name: 'test.later',
    scopes: ['im'],
    handle: (call) => {
      const { world, user } = call;
      const message = addMessage(world, { chatId: 58, authorId: user.id, typed: 'later' });
      call.afterAnswer(() => {
        message.uuid = 'set';
      });
      return message.id;
    },
  },
];

const v3: V3Method[] = [
  {
    name: 'tasks.test.write',
    scope: 'tasks',
    needsJson: true,
    handle: (call) => write(call.world, call.user.id, call.params.text),
  },
  {
    name: 'tasks.test.get',
    scope: 'tasks',
    needsJson: true,
    handle: ({ params }) => ({ item: { id: params.id ?? 5, params } }),
  },
  {
    name: 'tasks.test.list',
    scope: 'tasks',
    needsJson: true,
    handle: () => ({ items: [{ id: 1 }, { id: 2 }] }),
  },
  {
    name: 'rest.documentation.openapi',
    scope: null,
    needsJson: false,
    handle: () => new Raw({ openapi: '3.0.0' }),
  },
  { name: 'rest.scope.list', scope: null, needsJson: false, handle: ({ scopes }) => scopes },
  {
    name: 'tasks.test.refuse',
    scope: 'tasks',
    needsJson: true,
    handle: () => {
      throw new V3Error('VALIDATION_REQUESTVALIDATIONEXCEPTION', 'Error validating request object.', 400, [
        { message: 'Required field "id" is missing.', field: 'id' },
      ]);
    },
  },
  {
    name: 'tasks.test.crash',
    scope: 'tasks',
    needsJson: true,
    handle: () => {
      throw new TypeError('broken');
    },
  },
];

function write(world: Parameters<typeof addMessage>[0], authorId: number, text: unknown) {
  addMessage(world, { chatId: 58, authorId, typed: String(text) });
  return { result: true };
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** the body as JSON; fails the test when it is none */
  json(): unknown;
}

export interface Bench {
  readonly portal: RunningPortal;
  /** what the portal logged since the test began */
  readonly log: string[];
  call(path: string, init?: RequestInit): Promise<Answer>;
  /** a JSON POST */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** a fresh access token of a person */
  token(userId?: number): string;
  /** texts written by `test.write` and its v3 twin */
  written(): string[];
}

/** One portal for the tests of a file, reset before each. */
export function createBench(): Bench {
  let portal: RunningPortal | undefined;
  const log: string[] = [];
  const running = () => {
    if (!portal) throw new Error('The portal has not started');
    return portal;
  };
  beforeAll(async () => {
    portal = await startPortal({
      port: 0,
      appUrl: 'http://127.0.0.1:5173/index.html',
      methods: { v2, v3 },
      log: (line) => log.push(line),
    });
  });
  beforeEach(() => {
    reset(running().context);
    log.length = 0;
  });
  afterAll(() => running().close());

  const call = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(running().origin + path, init);
    const text = await response.text();
    const json = (): unknown => JSON.parse(text);
    return { status: response.status, headers: response.headers, text, json };
  };
  return {
    get portal() {
      return running();
    },
    log,
    call,
    post: (path, body, headers = {}) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    token: (userId = 1) => issueToken(running().context.world, { userId, appCode }).access,
    written: () =>
      (running().context.world.messages.get(58) ?? [])
        .slice(-9)
        .map((message) => message.typed)
        .filter((text) => text.startsWith('w:')),
  };
}

/** The path of the seeded webhook, v2 and v3. */
export const hook = '/rest/1/chatdeskwebhook1';
export const hookV3 = '/rest/api/1/chatdeskwebhook1';
