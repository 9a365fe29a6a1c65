/** What the person writes, and the items of delivery that came of it. */
import type { Sight } from '../page/protocol.ts';
import type { BenchLane } from './kind.ts';

export interface Write {
  number: number;
  lane: BenchLane;
  text: string;
  /** the person presses "Send again" once, when asked what to do */
  pressesAgain: boolean;
  /** 'handed': given to a page, which has not said so far that it is stored; 'unknown': nor will it, it was thrown away */
  state: 'waiting' | 'handed' | 'stored' | 'unknown';
  /** to which page it was given */
  page?: string | undefined;
}

/** One item of delivery, by its key. */
export interface Known {
  key: string;
  lane: string;
  text: string;
  /** as it was last seen */
  item: Extract<Sight, { see: 'item' }>['item'];
  isGone: boolean;
  /** which page has shown it first */
  page: string;
  /** the store has had it */
  isStored: boolean;
  /** gone with its page, which had shown it and not stored it so far */
  wasNeverStored: boolean;
  /** the person has pressed "Delete" when it was in this state */
  removedAs?: string;
  /** times that the person has pressed "Send again", by what was asked */
  pressed: { refused: number; stillUnclear: number };
  /** when policies' attempts began, as the pages counted them; ms since 1970 by the wall clock */
  attempts: number[];
  /** those of them that the portal has turned away, with a definite "nothing was written", and when it said so */
  turnedAway: Array<{ begun: number; heard: number }>;
  /** ids of the copies that it told of */
  told: number[];
  /** wall clock, ms since 1970 */
  changedAt: number;
  history: string[];
}

/** Nothing happens to it any more, unless the person does something. */
export function isSettled({ item, isGone }: Known): boolean {
  return isGone || ['sent', 'refused', 'stillUnclear'].includes(item.state);
}

export function isAsked({ item, isGone }: Known): boolean {
  return !isGone && (item.state === 'refused' || item.state === 'stillUnclear');
}
