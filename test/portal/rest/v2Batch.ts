/** The classic batch (PB 1.5, RF 8.5): always 200, results and errors side by side. */
import type { Caller } from '../auth/authorize.ts';
import { requireScope } from '../auth/scopes.ts';
import { parseForm } from '../http/phpForm.ts';
import { Paged, type Params } from './call.ts';
import { V2Error } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { readCommands, type Command } from './v2Commands.ts';
import { findV2, runV2Method, v2Failure } from './v2Method.ts';
import { resolveReferences } from './v2References.ts';

const maxCommands = 50;
const notAllowed = new Set(['batch', 'download', 'upload']);

/** Runs the commands in order. @returns what stands in `result` */
export async function runV2Batch(exchange: Exchange, caller: Caller, params: Params): Promise<unknown> {
  const commands = readCommands(params.cmd);
  const halts = isTrue(params.halt);
  const results: Record<string, unknown> = {};
  const errors: Record<string, unknown> = {};
  const totals: Record<string, unknown> = {};
  const nexts: Record<string, unknown> = {};
  const times: Record<string, unknown> = {};
  for (const [index, command] of commands.entries()) {
    const startedAt = Date.now();
    try {
      const method = allowed(exchange, command, index);
      requireScope(caller.scopes, method.scopes);
      const query = resolveReferences(parseForm(command.query), results);
      const { result, time } = await runV2Method(exchange, method, caller, query, startedAt);
      const page = result instanceof Paged ? result : new Paged(result, {});
      results[command.key] = page.result ?? null;
      if (page.total !== undefined) totals[command.key] = page.total;
      if (page.next !== undefined) nexts[command.key] = page.next;
      times[command.key] = time;
    } catch (failure) {
      const { status: _status, ...error } = v2Failure(exchange, command.method, failure);
      errors[command.key] = error;
      if (halts) break;
    }
  }
  return {
    result: phpArray(results),
    result_error: phpArray(errors),
    result_total: phpArray(totals),
    result_next: phpArray(nexts),
    result_time: phpArray(times),
  };
}

function allowed(exchange: Exchange, { method }: Command, index: number) {
  if (index >= maxCommands) throw new V2Error('ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded!');
  if (notAllowed.has(method.toLowerCase())) {
    throw new V2Error('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage', 405);
  }
  return findV2(exchange, method);
}

function isTrue(value: unknown): boolean {
  return Boolean(value) && value !== '0';
}

/** PHP writes the keys 0, 1, 2 … as a list. */
function phpArray(entries: Record<string, unknown>): unknown {
  const keys = Object.keys(entries);
  return keys.every((key, index) => key === String(index)) ? Object.values(entries) : entries;
}
