/**
 * `im.dialog.messages.search`, scope `im` (RF 3.8; details by PB source key M, `im_rest.php` and
 * `im/lib/V2/MessageCollection.php`). Without a text, or with one of two characters, it gives the messages one by one.
 */
import type { Call, Params, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { readableChat } from '../world/access.ts';
import { messagesOf } from '../world/messages.ts';
import type { Message } from '../world/types.ts';
import { newerAnswer } from './im/newerAnswer.ts';
import { intOf, isRecord, textOf, upperKeys } from './values.ts';

export const messageSearch: V2Method[] = [
  { name: 'im.dialog.messages.search', scopes: ['im'], handle: search },
];

const defaultLimit = 50;
const longestPage = 200;
const dayMs = 86_400_000;

type Test = (message: Message) => boolean;

/** Here the chat is a number (RF 11.19). The dates are read before the chat is asked for. */
function search(call: Call): unknown {
  const params = upperKeys(call.params);
  const isInTime = readPeriod(params);
  const chatId = params['CHAT_ID'] ?? null;
  if (chatId === null) throw new V2Error('CHAT_ID_EMPTY', "CHAT_ID can't be empty");
  const chat = readableChat(call.world, call.user, intOf(chatId));
  if (!chat) throw new V2Error('ACCESS_ERROR', 'You do not have access to this chat', 403);
  const direction = isRecord(params['ORDER']) ? textOf(params['ORDER']['ID'] ?? 'DESC') : 'DESC';
  const tests = [isInTime, readText(params['SEARCH_MESSAGE']), readStart(params['LAST_ID'], direction)];
  const found = messagesOf(call.world, chat.id).filter((message) => tests.every((test) => test(message)));
  if (direction.toUpperCase() !== 'ASC') found.reverse();
  return newerAnswer(call, chat, found.slice(0, limitOf(params['LIMIT'])));
}

function limitOf(value: unknown): number {
  const limit = intOf(value);
  return limit > 0 ? Math.min(limit, longestPage) : defaultLimit;
}

/** A part of the text as it is stored, BB codes included, in any case; `%` and `_` stand for anything, as in SQL. */
function readText(value: unknown): Test {
  const wanted = textOf(value);
  if (Array.from(wanted).length <= 2) return () => true;
  const pattern = wanted
    .replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  const expression = new RegExp(pattern, 'isu');
  return ({ text }) => expression.test(text);
}

/** 0 is an id like any other here, so that nothing comes before it. Only `DESC` in capitals goes back. */
function readStart(value: unknown, direction: string): Test {
  if (value === undefined || value === null) return () => true;
  const last = intOf(value);
  return direction === 'DESC' ? ({ id }) => id < last : ({ id }) => id > last;
}

/** `DATE` is the 24 hours from then on (RF 3.8). */
function readPeriod(params: Params): Test {
  const [from, to, day] = ['DATE_FROM', 'DATE_TO', 'DATE'].map((name) => readDate(params[name]));
  const start = Math.max(from ?? -Infinity, day ?? -Infinity);
  const end = Math.min(to ?? Infinity, day === undefined ? Infinity : day + dayMs);
  return ({ date }) => Date.parse(date) >= start && Date.parse(date) <= end;
}

/** ms since 1970. @throws V2Error for what is no RFC 3339; no source names its code (PB 1.4: "its code or ERROR_CORE") */
function readDate(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === '' || text === '0') return undefined;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(text)) {
    throw new V2Error('ERROR_CORE', 'Incorrect date/time');
  }
  return Date.parse(text);
}
