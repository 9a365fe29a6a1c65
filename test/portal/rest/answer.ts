/** Runs a request and answers it, with a fault in between where a rule struck. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { malformedAnswer, statusAnswer } from '../faults/answers.ts';
import type { FaultKind, FaultRule } from '../faults/rules.ts';
import type { Exchange } from './exchange.ts';
import { send, sendHalf, toWire, type WireAnswer } from './send.ts';
import { runV2 } from './v2.ts';
import { runV3 } from './v3.ts';

/** The faults that befall an answer; the others belong to the parent window and to jobs. */
export const wireFaults: FaultKind[] = [
  'drop-before',
  'drop-after',
  'status',
  'delay',
  'malformed',
  'truncate',
  'late-commit',
];

/** ms, where a rule names none */
export const defaultDelay = 3000;

/** Resolves when the answer has left, the connection is closed, or what commits late has committed. */
export async function answer(
  exchange: Exchange,
  rule: FaultRule | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (rule === null) return send(response, await execute(exchange));
  const { fault, executed = true, ms = defaultDelay } = rule;
  switch (fault) {
    case 'drop-before':
      request.socket.destroy();
      return undefined;
    case 'drop-after':
      await execute(exchange);
      request.socket.destroy();
      return undefined;
    case 'late-commit':
      request.socket.destroy();
      // It has reached the portal in time: who calls and what they may is decided now, only the method runs late.
      exchange.held = pause(ms);
      await execute(exchange);
      return undefined;
    case 'status':
      if (executed) await execute(exchange);
      return send(response, statusAnswer(rule, exchange.version, exchange.world.switches));
    case 'delay': {
      const slow = executed
        ? await execute(exchange)
        : statusAnswer(rule, exchange.version, exchange.world.switches, 504);
      await pause(ms);
      // A slow method uses up its operating limit (PB 1.4).
      if (exchange.operatingPair) exchange.context.operating.count(exchange.operatingPair, ms / 1000);
      return send(response, slow);
    }
    case 'malformed':
      return send(response, malformedAnswer(rule, await executeUnless(executed, exchange)));
    case 'truncate':
      return sendHalf(response, await executeUnless(executed, exchange));
    case 'stall':
    case 'uuid-late':
    case 'mute-parent':
    case 'mute-refresh':
      throw new Error(`No fault of an answer: ${fault}`);
  }
}

async function execute(exchange: Exchange): Promise<WireAnswer> {
  return toWire(await (exchange.version === 'v2' ? runV2(exchange) : runV3(exchange)));
}

/** Not executed, there is nothing true to break: an empty success stands in. */
async function executeUnless(executed: boolean, exchange: Exchange): Promise<WireAnswer> {
  return executed ? execute(exchange) : toWire({ status: 200, body: { result: true, time: {} } });
}

export function pause(ms: number): Promise<void> {
  return wait(ms, undefined, { ref: false });
}
