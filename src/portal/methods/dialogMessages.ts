/** What `im.dialog.messages.get` answers, made into messages, people and files (RF 3.7, 3.9, 3.10, PB 4.3). */
import * as v from 'valibot';
import { read, wireAddress, wireMap, wireNumber } from '../wire.ts';
import { readAttaches, type Attach } from './attach.ts';
import { readKeyboard, type KeyboardButton } from './keyboard.ts';
import { lineMarksOf, type LineMarks } from './lineMarks.ts';

export interface Message extends LineMarks {
  id: number;
  /** 0 = the system */
  authorId: number;
  /** ISO 8601 with offset */
  date: string;
  /** BB code, hostile */
  text: string;
  /** the client's own id; null for REST 3.0 sends (PB 4.5) */
  uuid: string | null;
  fileIds: number[];
  isEdited: boolean;
  isDeleted: boolean;
  /** ids of the people who like it */
  likedBy: number[];
  /** this person has not read it yet, as far as the portal knows */
  isUnread: boolean;
  /** the message it answers; null also where the portal keeps that to itself (see `readReplies`) */
  replyTo: number | null;
  /** blocks (`ATTACH`) below the text */
  attaches: Attach[];
  /** buttons of a bot; shown as words, they belong to the portal's own client */
  keyboard: KeyboardButton[];
  /** the portal sent something that could not be read; only id and author are to be trusted */
  isUnreadable: boolean;
}

export interface Person {
  id: number;
  name: string;
  /** CSS colour of the portal, `#rrggbb`, or null */
  color: string | null;
  /** absolute, or relative to the portal */
  avatarUrl: string | null;
  /** no longer works here; left out for everybody else */
  hasLeft?: true;
  /** a bot; left out for everybody else */
  isBot?: true;
  /** the client behind an open line; left out for everybody else */
  isClient?: true;
}

export interface DialogFile {
  id: number;
  name: string;
  /** bytes */
  size: number;
  kind: 'image' | 'video' | 'audio' | 'file';
  /** spoken into the messenger, and named by it; left out: no */
  isVoiceNote?: boolean;
  /** opens or shows the file; absolute, or relative to the portal */
  url: string | null;
  previewUrl: string | null;
  /** pixels */
  image: { width: number; height: number } | null;
}

export interface DialogPage {
  /** ascending by id */
  messages: Message[];
  people: Person[];
  files: DialogFile[];
  /** rows the portal sent; fewer than asked for: nothing older is left */
  rowCount: number;
}

const page = v.looseObject({
  messages: v.array(v.unknown()),
  users: v.fallback(v.array(v.unknown()), []),
  files: v.fallback(v.array(v.unknown()), []),
});

/** @throws PortalError 'malformed' when even the list cannot be found; a single bad row spoils only itself */
export function readMessages(result: unknown): DialogPage {
  const answer = read('im.dialog.messages.get', page, result);
  return {
    messages: answer.messages.flatMap(readMessage).sort((a, b) => a.id - b.id),
    people: readPeople(answer.users),
    files: answer.files.flatMap(readEach(file)),
    rowCount: answer.messages.length,
  };
}

const parameters = v.fallback(wireMap, {});
const message = v.pipe(
  v.looseObject({
    id: wireNumber,
    author_id: wireNumber,
    date: v.pipe(
      v.string(),
      v.check((date) => !Number.isNaN(Date.parse(date))),
    ),
    text: v.nullish(v.string(), ''),
    uuid: v.nullish(v.string(), null),
    unread: v.fallback(v.boolean(), false),
    params: parameters,
  }),
  v.transform(({ id, author_id: authorId, date, text, uuid, unread, params }): Message => ({
    id,
    authorId,
    date,
    text: text ?? '',
    uuid: uuid || null,
    fileIds: numbersIn(params['FILE_ID']),
    isEdited: params['IS_EDITED'] === 'Y',
    isDeleted: params['IS_DELETED'] === 'Y',
    likedBy: numbersIn(params['LIKE']),
    isUnread: unread,
    replyTo: numbersIn(params['REPLY_ID'])[0] || null,
    attaches: readAttaches(params['ATTACH']),
    keyboard: readKeyboard(params['KEYBOARD']),
    isUnreadable: false,
    ...lineMarksOf({ authorId, text: text ?? '', params }),
  })),
);

const stub = v.looseObject({
  id: wireNumber,
  author_id: v.fallback(wireNumber, 0),
  date: v.fallback(v.string(), ''),
});

function readMessage(row: unknown): Message[] {
  const whole = v.safeParse(message, row);
  if (whole.success) return [whole.output];
  const rest = v.safeParse(stub, row);
  // Without an id there is no place for it in the list.
  if (!rest.success) return [];
  return [
    {
      id: rest.output.id,
      authorId: rest.output.author_id,
      date: rest.output.date,
      text: '',
      uuid: null,
      fileIds: [],
      isEdited: false,
      isDeleted: false,
      likedBy: [],
      isUnread: false,
      replyTo: null,
      attaches: [],
      keyboard: [],
      isUnreadable: true,
    },
  ];
}

const person = v.pipe(
  v.looseObject({
    id: wireNumber,
    name: v.fallback(v.string(), ''),
    color: v.optional(v.unknown()),
    avatar: wireAddress,
    active: v.optional(v.unknown()),
    bot: v.optional(v.unknown()),
    connector: v.optional(v.unknown()),
  }),
  v.transform(({ id, name, color, avatar, active, bot, connector }): Person => ({
    id,
    name,
    color: typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : null,
    avatarUrl: avatar,
    ...(active === false || active === 'N' ? { hasLeft: true } : {}),
    ...(bot === true || bot === 'Y' ? { isBot: true } : {}),
    ...(connector === true || connector === 'Y' ? { isClient: true } : {}),
  })),
);

/** People as the methods of `im` show them (RF 3.9); who cannot be read is left out. */
export function readPeople(rows: readonly unknown[]): Person[] {
  return rows.flatMap(readEach(person));
}

const imageSize = v.object({ width: wireNumber, height: wireNumber });
const file = v.pipe(
  v.looseObject({
    id: wireNumber,
    name: v.fallback(v.string(), ''),
    size: v.fallback(wireNumber, 0),
    type: v.fallback(v.picklist(['image', 'video', 'audio', 'file']), 'file'),
    image: v.fallback(v.nullable(imageSize), null),
    isVoiceNote: v.fallback(v.boolean(), false),
    urlShow: wireAddress,
    urlDownload: wireAddress,
    urlPreview: wireAddress,
  }),
  v.transform(
    ({ id, name, size, type, image, isVoiceNote, urlShow, urlDownload, urlPreview }): DialogFile => ({
      id,
      name,
      size,
      kind: type,
      ...(isVoiceNote ? { isVoiceNote } : {}),
      url: urlShow ?? urlDownload,
      previewUrl: urlPreview ?? (type === 'image' ? urlShow : null),
      image,
    }),
  ),
);

function readEach<Schema extends v.GenericSchema>(schema: Schema) {
  return (row: unknown): Array<v.InferOutput<Schema>> => {
    const answer = v.safeParse(schema, row);
    return answer.success ? [answer.output] : [];
  };
}

function numbersIn(value: unknown): number[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.flatMap(readEach(wireNumber));
}
