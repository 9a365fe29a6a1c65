/** One row of the list: an open line chat as the card and its client list it, and what is known of it. */
import type { DialogFile, Message, Person } from '../../portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import type { LineChat, LineEntity } from '../../portal/methods/openLines.ts';

/** An element that lists a chat: the card's own, a contact of it, or its company. */
export interface Origin {
  entity: LineEntity;
  /** of the contact or the company; null for the card's own element */
  name: string | null;
}

export interface CrmChat extends LineChat {
  /** active under at least one of its elements: a reply is possible now */
  isActive: boolean;
  /** under which element a reply goes; null: the chat is active nowhere, and the portal would refuse */
  replyEntity: LineEntity | null;
  /** who lists it: the card's own element first, then contacts, then the company; never empty */
  origins: readonly Origin[];
  /** null: not read yet, or not for this person */
  dialog: LineDialog | null;
  /** whose conversation it is; null: nobody's, or not known (`dialog.ownerId` tells which) */
  owner: Person | null;
  /** null: not read yet, or not readable */
  lastMessage: LastMessage | null;
}

export interface LastMessage {
  message: Message;
  /** null: the system, or unknown */
  author: Person | null;
  /** the first of its files */
  file: DialogFile | null;
}
