/** What only messages of open lines carry in their `params`: how they fared with the client, where a session begins. */
import * as v from 'valibot';
import { wireNumber } from '../wire.ts';

export interface LineMarks {
  /**
   * How it fares on its way to the client, as the channel told; left out where nothing was told. What a client wrote may
   * carry 'delivered' too: it means nothing there.
   */
  channelState?: 'sending' | 'delivered' | 'failed';
  /** The portal's own notice of a session; `begins`: the session's id, 0 when the portal did not say. */
  session?: { begins?: number; ends?: true };
}

interface Source {
  authorId: number;
  text: string;
  params: Readonly<Record<string, unknown>>;
}

export function lineMarksOf({ authorId, text, params }: Source): LineMarks {
  const channelState = channelStateOf(params);
  const session = authorId === 0 ? sessionOf(text, params) : undefined;
  return { ...(channelState && { channelState }), ...(session && { session }) };
}

function channelStateOf(params: Source['params']): LineMarks['channelState'] {
  if (params['IS_DELIVERED'] === 'N') return 'failed';
  if (firstOf(params['CONNECTOR_MID']) !== '') return 'delivered';
  return params['SENDING'] === 'Y' ? 'sending' : undefined;
}

/** The only place in which a chat tells of its earlier sessions: a class of CSS, and a link to the history. */
function sessionOf(text: string, params: Source['params']): LineMarks['session'] {
  const names = firstOf(params['CLASS']);
  if (names.includes('-ol-start')) {
    const linked = /IM_HISTORY=imol(?:\||%7C)(\d+)/i.exec(text)?.[1] ?? firstOf(params['IMOL_SID']);
    const id = v.safeParse(wireNumber, linked);
    return { begins: id.success ? id.output : 0 };
  }
  return names.includes('-ol-end') ? { ends: true } : undefined;
}

/** Params that the portal does not list come as lists (PB 4.3). */
function firstOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' || typeof first === 'number' ? String(first) : '';
}
