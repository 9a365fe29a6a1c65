/** What the bench and its pages say to each other. Plain data: it crosses the border between Node and the browser. */
import type { Item } from '../../../src/delivery/item.ts';

export interface StartOptions {
  userId: number;
  /** how many times faster than the wall clock delivery's own time runs */
  speed: number;
  /** ms since 1970 by the wall clock, the same for all pages: there both clocks agree */
  epoch: number;
  /** what is watched */
  lanes: readonly string[];
}

export interface What extends Pick<Item, 'kind' | 'text' | 'target'> {
  /** of a file, which the page keeps in its file store before it adds the item */
  content?: string;
}

/** What a person does. */
export type Order =
  | { do: 'add'; write: number; lane: string; what: What }
  | { do: 'sendAgain' | 'remove'; lane: string; key: string }
  /** a screen shows the lane and has just read it */
  | { do: 'look'; lane: string; what: What };

/** Something the page has seen; `at` in ms since 1970 by the wall clock. */
export type Sight =
  /** stored: from here on it is delivery's */
  | { see: 'added'; at: number; write: number; key: string }
  | { see: 'item'; at: number; lane: string; item: Omit<Item, 'text' | 'target'> & { text?: string } }
  /** no longer in the lane */
  | { see: 'gone'; at: number; lane: string; key: string }
  | { see: 'outcome'; at: number; key: string; outcome: string }
  /** the browser has refused storage: from here on this page has its memory only */
  | { see: 'refusal'; at: number }
  | { see: 'wrong'; at: number; text: string };

/** Told at once, so that it is known of a page that is thrown away a moment later. `at` as in `Sight`. */
export type TellAttempt = (key: string, at: number, text: string) => void;

/** How a page stands; see `inspect.ts`. */
export interface Inspection {
  isStarted: boolean;
  isLasting: boolean;
  isDown: boolean;
  unsent: string[];
  held: string[];
  pending: string[];
  stored: string[];
}

export interface BenchPage {
  /** Connects to the portal and starts delivery. */
  start(options: StartOptions): Promise<void>;
  /** Carries out orders, and gives what was seen since the last call. */
  exchange(orders: readonly Order[]): Sight[];
  inspect(): Promise<Inspection>;
  /** Keys of all items that the database holds. */
  storedKeys(): Promise<string[]>;
}

export interface SdkPage {
  connect(): Promise<void>;
  /** One send as the SDK's documentation shows it. @returns '' for yes, else what the SDK said instead */
  send(taskId: number, text: string): Promise<string>;
}
