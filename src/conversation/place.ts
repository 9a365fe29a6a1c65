/** Which part of a dialog is on the screen, and how it is left for another. */
import type { Problem } from '../delivery/item.ts';
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { Timeline } from './timeline.ts';

/** A message that shall be shown. */
export interface Target {
  messageId: number;
  /** another number each time, so that the same message can be shown again */
  call: number;
  takesFocus: boolean;
}

/** How a message is shown. */
export interface GoingHow {
  /** false: the keyboard stays where it is; left out: it goes to the message */
  focus?: boolean;
}

/** Why a message could not be shown. */
export interface Lost {
  messageId: number;
  /** 'gone': deleted, or never in this chat */
  problem: 'gone' | Problem;
}

/** `left`: meanwhile the person wanted something else. */
export type Going = 'shown' | 'gone' | 'failed' | 'left';

/** What a `MessageList` needs to show the place; the lists's `timeline` and older messages are the shown ones. */
export interface ListPlace {
  /** up to the newest message, whatever is shown */
  main: Timeline;
  isDetached: boolean;
  target: Target | null;
  /** the message that is being fetched, so that it can be shown */
  goingTo: number | null;
  lost: Lost | null;
  onForgetLost: () => void;
  onLoadNewer: () => void;
  isLoadingNewer: boolean;
  newerFailed: boolean;
  onGoToNewest: () => void;
}

export interface Place {
  /** what is on the screen */
  shown: Timeline;
  /** Shows a message, however old. Never rejects; why it failed is told in the list. Stable. */
  goTo: (messageId: number, how?: GoingHow) => Promise<Going>;
  /**
   * Reads a message again where the live refresh does not reach, as after changing it. Never rejects. Stable.
   * @returns the message as it is now; undefined: it is not there, or could not be read
   */
  refresh: (messageId: number) => Promise<Message | undefined>;
  /** to be spread into the props of a `MessageList`; the same objects until something of it changes */
  list: {
    timeline: Timeline;
    onLoadOlder: () => void;
    isLoadingOlder: boolean;
    olderFailed: boolean;
    goTo: (messageId: number, how?: GoingHow) => void;
    place: ListPlace;
  };
}
