/** What the composer is told of quick replies. */
import type { Place } from './slash.ts';

/** A ready text; `{client.name}` and the like in it are filled in when it is inserted. */
export interface QuickReply {
  id: string;
  title: string;
  /** BB code */
  text: string;
  isShared: boolean;
}

/** A variable that stands in a text as such. */
export interface Unfilled extends Place {
  /** `known`: it can be filled in; `empty`: it has no value here; `unknown`: there is no variable of that name */
  state: 'known' | 'empty' | 'unknown';
}

export interface QuickReplySource {
  /** in the order in which they are offered */
  replies: readonly QuickReply[];
  /** of the last reading; nothing is read before `onOpen` */
  state: 'loading' | 'ready' | 'failed';
  /** The list is being looked at. */
  onOpen: () => void;
  /** A reply's text with the values of this card and this person. */
  fill: (text: string) => string;
  /** The variables that stand in a text unfilled. */
  unfilledIn: (text: string) => readonly Unfilled[];
  /** Opens what adds and changes them. */
  onManage: () => void;
}
