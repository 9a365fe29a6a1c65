/** What every row of one dialog needs besides its own message. One object, so that rows can be remembered. */
import type { DialogFile, Person } from '../portal/methods/dialogMessages.ts';
import type { OutgoingActions } from './actions.ts';

export interface Around {
  people: ReadonlyMap<number, Person>;
  files: ReadonlyMap<number, DialogFile>;
  currentUserId: number;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
  /** what is written here goes to a client outside the portal */
  reachesClient: boolean;
  actions: OutgoingActions;
}
