/**
 * Which `params` of a message `im.dialog.messages.get` gives. By PB source key M (`im_message_param.php`,
 * `PrepareValues`) only those of a fixed list: `REPLY_ID` is not among them, so that a reply does not tell there what
 * it replies to, and neither is what later portals add. `im.dialog.messages.search` gives them all.
 */
import type { Switches } from '../../world/types.ts';

const listed = new Set(
  `TYPE COMPONENT_ID COMPONENT_PARAMS CODE FAVORITE LIKE FILE_ID URL_ID URL_ONLY ATTACH LINK_ACTIVE LARGE_FONT NOTIFY
  MENU KEYBOARD KEYBOARD_UID KEYBOARD_ACTION CONNECTOR_MID IS_ERROR IS_DELIVERED IS_DELETED IS_EDITED BETA SENDING
  SENDING_TS CAN_ANSWER IS_PINNED CLASS CALL_ID FORWARD_ID USER_ID NAME AVATAR CHAT_ID CHAT_MESSAGE CHAT_LAST_DATE
  CHAT_USER DATE_TEXT DATE_TS IMOL_VOTE IMOL_VOTE_TEXT IMOL_VOTE_LIKE IMOL_VOTE_DISLIKE IMOL_VOTE_SID IMOL_VOTE_USER
  IMOL_VOTE_HEAD IMOL_COMMENT_HEAD IMOL_QUOTE_MSG IMOL_SID IMOL_FORM IMOL_DATE_CLOSE_VOTE IMOL_TIME_LIMIT_VOTE USERS
  CRM_FORM_ID CRM_FORM_SEC CRM_FORM_FILLED STICKER_PARAMS`.split(/\s+/),
);

type MessageParams = Readonly<Record<string, unknown>>;

export function givenParams(params: MessageParams, { unlistedParams }: Switches): MessageParams {
  if (unlistedParams) return params;
  return Object.fromEntries(Object.entries(params).filter(([name]) => listed.has(name)));
}

const structured = new Set(['ATTACH', 'KEYBOARD', 'MENU', 'COMPONENT_PARAMS', 'STICKER_PARAMS']);
const hidden = new Set(['FORWARD_ID', 'FORWARD_USER_ID', 'FORWARD_CONTEXT_ID', 'FORWARD_CHAT_TITLE']);

/**
 * As the newer form of a message has them (`im.dialog.messages.search`; PB source key M, `im/lib/V2/Message/Param.php`,
 * `ParamArray.php`): numbers are texts, also in lists, and what is one value is no list.
 */
export function newerParams(params: MessageParams): MessageParams {
  return Object.fromEntries(
    Object.entries(params)
      .filter(([name]) => !hidden.has(name))
      .map(([name, value]) => [name, structured.has(name) ? value : asTexts(name, value)]),
  );
}

function asTexts(name: string, value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return value;
  const texts = value.map(String);
  return name === 'CODE' ? texts[0] : texts;
}
