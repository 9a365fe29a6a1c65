/** What a list of messages is told, and what it tells. */
import type { ReactNode } from 'react';
import type { LaneView } from '../delivery/lanes.ts';
import type { Around } from './around.ts';
import type { OutgoingActions } from './outgoingActions.ts';
import type { Timeline } from './timeline.ts';
import type { ListPlace } from './place.ts';

export interface MessageListProps extends LaneView {
  /** what is shown */
  timeline: Timeline;
  onLoadOlder: () => void;
  /** above the first message that can be read, where it need not be the first of all */
  beginning?: string | undefined;
  isLoadingOlder: boolean;
  olderFailed: boolean;
  /** where it can be left for old messages */
  place?: ListPlace | undefined;
  /** the newest message has been before somebody's eyes for a moment; stable */
  onSeen?: ((messageId: number) => void) | undefined;
  /** the portal does not answer, or there is no network */
  isDown: boolean;
  /** keys of items that are being looked for this moment, because the person asked */
  checking: ReadonlySet<string>;
  /** whether a message's text is what the portal made of a typed one */
  isSameText: (typed: string, readBack: string) => boolean;
  /** how often the person has sent something, in this very window */
  sends: number;
  currentUserId: number;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
  /** what is written here goes to a client outside the portal */
  reachesClient?: boolean;
  actions: OutgoingActions;
  actionsOf?: Around['actionsOf'];
  marksOf?: Around['marksOf'];
  quotes?: Around['quotes'];
  linkOf?: Around['linkOf'];
  goTo?: Around['goTo'];
  onCopiesShown?: Around['onCopiesShown'];
  chosen?: Around['chosen'];
  onChoose?: Around['onChoose'];
  /** Escape in the list: to where the keyboard came from */
  onLeave?: (() => void) | undefined;
  /** shown while there is no row */
  emptyState?: ReactNode;
}
