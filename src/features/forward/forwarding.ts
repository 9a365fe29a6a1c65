/** What the parts of "To task" know of the card and of the message. */
import type { Portal } from '../../portal/connect.ts';
import type { DialogFile, Message, Person } from '../../portal/methods/dialogMessages.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';
import type { CurrentUser } from '../../portal/methods/users.ts';

export interface ForwardOptions {
  portal: Portal;
  user: CurrentUser;
  /** of the card */
  entity: LineEntity;
  /** hostile */
  cardTitle: string;
  /** "WhatsApp"; hostile */
  channelTitle: string;
  /** `chat106`: the dialog that the messages stand in */
  dialogId: string;
  people: ReadonlyMap<number, Person>;
  files: ReadonlyMap<number, DialogFile>;
  /** null: not known */
  clientId: number | null;
}

/** One message of it, about to be forwarded. */
export interface Forwarding extends ForwardOptions {
  message: Message;
}
