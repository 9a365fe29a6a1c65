/** What `imopenlines.session.history.get` answers, made into the messages, people and files of a dialog (RF 4.2). */
import * as v from 'valibot';
import { read, wireMap, wireNumber } from '../wire.ts';
import { readMessages, type DialogPage } from './dialogMessages.ts';

export interface SessionHistory extends Pick<DialogPage, 'messages' | 'people' | 'files'> {
  /** 0 when the portal did not say */
  sessionId: number;
  /** 0 when the portal did not say */
  chatId: number;
  /** the reader may come into the chat */
  canJoin: boolean;
  /** whose conversation it is; null: nobody's, or the portal did not say */
  ownerId: number | null;
  /** everybody in the chat, the client and bots too; null when the portal did not say */
  memberIds: number[] | null;
}

const collection = v.fallback(wireMap, {});
const history = v.looseObject({
  sessionId: v.fallback(wireNumber, 0),
  chatId: v.fallback(wireNumber, 0),
  canJoin: v.fallback(v.string(), 'N'),
  chat: collection,
  userInChat: collection,
  message: wireMap,
  users: collection,
  files: collection,
});

/** @throws PortalError 'malformed' when the messages cannot be found; a single bad row spoils only itself */
export function readSessionHistory(result: unknown): SessionHistory {
  const answer = read('imopenlines.session.history.get', history, result);
  const { sessionId, chatId, message, users, files } = answer;
  const { rowCount: _, ...page } = readMessages({
    messages: Object.values(message).map(asDialogMessage),
    users: Object.values(users),
    files: Object.values(files).map(asDialogFile),
  });
  return {
    sessionId,
    chatId,
    canJoin: answer.canJoin === 'Y',
    ownerId: readOwner(answer.chat[chatId]),
    memberIds: readIds(answer.userInChat[chatId]),
    ...page,
  };
}

/** 0 = nobody */
function readOwner(chat: unknown): number | null {
  const answer = v.safeParse(v.looseObject({ owner: wireNumber }), chat);
  return answer.success && answer.output.owner > 0 ? answer.output.owner : null;
}

function readIds(value: unknown): number[] | null {
  const answer = v.safeParse(v.array(wireNumber), value);
  return answer.success ? answer.output : null;
}

/** RF 4.2: names of fields are flattened to small letters, those of `params` become camelCase. */
function asDialogMessage(row: unknown): unknown {
  const { senderid, params, ...same } = mapOf(row);
  const { fileId, isEdited, isDeleted, like, attach, keyboard, ...line } = mapOf(params);
  return {
    ...same,
    author_id: senderid,
    params: {
      FILE_ID: fileId,
      IS_EDITED: isEdited,
      IS_DELETED: isDeleted,
      LIKE: like,
      ATTACH: attach,
      KEYBOARD: keyboard,
      SENDING: line['sending'],
      IS_DELIVERED: line['isDelivered'],
      CONNECTOR_MID: line['connectorMid'],
      CLASS: line['class'],
      IMOL_SID: line['imolSid'],
    },
  };
}

function asDialogFile(row: unknown): unknown {
  const { urlshow, urldownload, urlpreview, isvoicenote, ...same } = mapOf(row);
  return {
    ...same,
    isVoiceNote: isvoicenote,
    urlShow: urlshow,
    urlDownload: urldownload,
    urlPreview: urlpreview,
  };
}

/** Empty for what is no map; whoever reads the row then finds it unreadable. */
function mapOf(value: unknown): Record<string, unknown> {
  const map = v.safeParse(wireMap, value);
  return map.success ? map.output : {};
}
