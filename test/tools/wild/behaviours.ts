/** What a connection can do to a request; plain answers are laid down by the tests themselves. */
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface LoggedRequest {
  method: string;
  /** `OPTIONS` or `POST` */
  http: string;
  auth: string;
  /** bytes of the body */
  size: number;
}

export interface Behaviour {
  preflight?: (response: ServerResponse, hasAnswer: () => boolean) => void | Promise<void>;
  post?: (response: ServerResponse, request: { auth: string; body: string }) => void | Promise<void>;
}

/** Exactly what a portal allows (PB 1.2). */
export const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'origin, content-type, accept',
};
const json = { ...cors, 'content-type': 'application/json; charset=utf-8' };
const time = { start: 1_790_000_000, finish: 1_790_000_000.1, duration: 0.1, processing: 0, operating: 0 };
const yes = JSON.stringify({ result: { result: true }, time });
/** REST 3.0 has no other answer to a token that is not good (PB 1.6). */
const accessDenied = JSON.stringify({
  error: { code: 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION', message: 'Access denied.' },
});

export const behaviours: Readonly<Record<string, Behaviour>> = {
  fine: { post: (response) => void response.writeHead(200, json).end(yes) },
  /** holds the preflight back until an answer for the method has been laid down */
  'held-preflight': {
    preflight: async (response, hasAnswer) => {
      while (!hasAnswer() && !response.destroyed) await pause(20);
      response.writeHead(200, cors).end();
    },
  },
  'only-second-token': {
    post: (response, { auth }) =>
      void (auth === 'second-token'
        ? response.writeHead(200, json).end(yes)
        : response.writeHead(401, json).end(accessDenied)),
  },
  'no-token-is-good': { post: (response) => void response.writeHead(401, json).end(accessDenied) },
  drop: { post: (response) => void response.destroy() },
  'drop-preflight': { preflight: (response) => void response.destroy() },
  'refuse-preflight': {
    preflight: (response) => void response.writeHead(200, { 'access-control-allow-origin': '*' }).end(),
    post: (response) => void response.writeHead(200, json).end(yes),
  },
  'no-cors': {
    post: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(yes),
  },
  'no-cors-503': {
    post: (response) => void response.writeHead(503).end('{"error":"QUERY_LIMIT_EXCEEDED"}'),
  },
  'half-body': {
    post: async (response) => {
      response.writeHead(200, { ...json, 'content-length': yes.length });
      response.write(yes.slice(0, 12));
      await pause(50);
      response.destroy();
    },
  },
  silent: { post: () => undefined },
  'endless-body': {
    post: async (response) => {
      response.writeHead(200, json);
      while (!response.destroyed) {
        response.write(' ');
        await pause(50);
      }
    },
  },
  'slow-body': {
    post: async (response) => {
      response.writeHead(200, json);
      for (const piece of yes.match(/.{1,30}/g) ?? []) {
        response.write(piece);
        await pause(20);
      }
      response.end();
    },
  },
  'redirect-302': redirect(302),
  'redirect-307': redirect(307),
  'big-answer': {
    post: (response) =>
      void response
        .writeHead(200, json)
        .end(JSON.stringify({ result: { text: 'x'.repeat(4_000_000) }, time })),
  },
};

function redirect(status: number): Behaviour {
  return {
    post: (response) =>
      void response.writeHead(status, { ...cors, location: '/rest/api/fine~redirected' }).end(),
  };
}
