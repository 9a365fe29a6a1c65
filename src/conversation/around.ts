/** What every row of one dialog needs besides its own message. One object, so that rows can be remembered. */
import type { ReactNode } from 'react';
import type { DialogFile, Message, Person } from '../portal/methods/dialogMessages.ts';
import type { OutgoingActions } from './outgoingActions.ts';
import type { ActionsOf } from './messageAction.ts';
import type { Quote } from './quote.ts';

export interface Around {
  people: ReadonlyMap<number, Person>;
  files: ReadonlyMap<number, DialogFile>;
  currentUserId: number;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
  /** what is written here goes to a client outside the portal */
  reachesClient: boolean;
  actions: OutgoingActions;
  /** not there: nothing can be done with messages */
  actionsOf?: ActionsOf | undefined;
  /** what is to be said of a message besides what it says itself, such as that it is a result */
  marksOf?: ((message: Message) => ReactNode) | undefined;
  /** message id -> what it answers, where that is known */
  quotes: ReadonlyMap<number, Quote>;
  /** An address that gives the file once, without the portal's cookie; null: there is none. Not there: nobody to ask. */
  linkOf?: ((fileId: number) => Promise<string | null>) | undefined;
  /** Leads to a message of this dialog, however old. */
  goTo?: ((messageId: number) => void) | undefined;
  /** The person has seen that the browser has sent this message more than once; stable. */
  onCopiesShown?: ((messageId: number) => void) | undefined;
  /** the messages chosen so far; null: none are being chosen */
  chosen: ReadonlySet<number> | null;
  onChoose?: ((messageId: number, isChosen: boolean) => void) | undefined;
}
