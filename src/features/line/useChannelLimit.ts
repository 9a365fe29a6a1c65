/** What the channel of a chat takes: how long a message may be, and until when the client can be answered. */
import { useMemo } from 'react';
import { useMinute } from '../../conversation/useMinute.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import { cleanTyped } from '../../text/count.ts';
import { channelLimitOf, lengthIn, type ChannelLimit } from './channelLimits.ts';
import { splitText } from './splitText.ts';

interface ChannelLimitOptions {
  connectorId: string;
  dialog: LineDialog | null;
  messages: readonly Message[];
  draft: string;
}

export interface ChannelRoom {
  /** of one message; null: none is known */
  limit: number | null;
  unit: ChannelLimit['unit'];
  /** of the draft, in the same unit */
  count: number;
  /** The draft in as many messages as it takes; one where it fits. */
  parts: readonly string[];
  /** ms since 1970; null: no end is known */
  replyUntil: number | null;
  /** the end has passed */
  isOver: boolean;
  /** so long that the limit is worth a look */
  isNear: boolean;
}

/** The share of the limit from which it is. */
const nearFrom = 0.8;

export function useChannelLimit(options: ChannelLimitOptions): ChannelRoom {
  const { connectorId, dialog, messages, draft } = options;
  const taken = useMemo(() => measured(connectorId, draft), [connectorId, draft]);
  const { replyHours } = channelLimitOf(connectorId);
  const replyUntil = dialog?.replyUntil ?? endOf(messages, dialog?.clientId ?? null, replyHours);
  const now = useMinute(replyUntil !== null);
  return { ...taken, replyUntil, isOver: replyUntil !== null && replyUntil < now };
}

function measured(connectorId: string, draft: string): Omit<ChannelRoom, 'replyUntil' | 'isOver'> {
  const { length: limit = null, unit = 'characters' } = channelLimitOf(connectorId);
  const measure = (text: string) => lengthIn(unit, text);
  const text = cleanTyped(draft).trim();
  const count = measure(text);
  const fits = limit === null || count <= limit;
  const isNear = limit !== null && count >= limit * nearFrom;
  return { limit, unit, count, isNear, parts: fits ? [text] : splitText(text, limit, measure) };
}

/** As the channel's rule has it, where the portal does not tell. */
function endOf(
  messages: readonly Message[],
  clientId: number | null,
  hours: number | undefined,
): number | null {
  if (hours === undefined || clientId === null) return null;
  const last = messages.findLast(({ authorId }) => authorId === clientId);
  const at = Date.parse(last?.date ?? '');
  return Number.isNaN(at) ? null : at + hours * 3_600_000;
}
