/** What a screen knows of a task's results, and what it can do with them. */
import type { Item, Problem } from '../../delivery/item.ts';
import type { PortalError } from '../../portal/errors.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import type { TaskResult } from '../../portal/methods/taskResults.ts';

/** Messages on their way to being results. */
export interface Promotions {
  /** by message id: what is not through yet, refused and doubtful ones too */
  onTheWay: ReadonlyMap<number, Item>;
  /** Nothing happens while the message is on its way, or is a result. */
  promote: (message: Pick<Message, 'id' | 'text'>) => void;
  /** Tries again what was refused or is in doubt; looks first whether it is a result already. */
  retry: (messageId: number) => void;
  /** Looks now whether one in doubt has become a result. */
  check: (messageId: number) => void;
  /** Takes one out that waits, was refused or is in doubt. */
  drop: (messageId: number) => void;
}

/** What is typed into a result and not saved. */
export interface Draft {
  text: string;
  /** what the result said when the change began, or what the person was shown that it says since; BB code */
  base: string;
  /** false: put aside, until the person edits it again */
  isOpen: boolean;
  /** what was sent to be saved, without a clear answer */
  attempted?: string | undefined;
  /** found before saving: it says this now, BB code */
  changedTo?: string | undefined;
  /** what was typed before the person took the text that the result has since; to be brought back */
  setAside?: string | undefined;
  /** nothing is done with it before that has ended */
  isSaving?: boolean;
  /** why it was not saved; unclear: it may have been all the same, and is closed once the list shows that */
  failure?: { problem: Problem; isUnclear: boolean } | undefined;
}

/** Functions and maps stay the same ones as long as nothing in them has changed; the object does not. */
export interface Results extends Promotions {
  /** `failed`: nothing is known; with something known the reason stands in `error` alone */
  status: 'loading' | 'ready' | 'failed';
  /** why the last reading failed */
  error: PortalError | null;
  /** newest first */
  results: readonly TaskResult[];
  /** message id -> its results, newest first */
  byMessage: ReadonlyMap<number, readonly TaskResult[]>;
  /** by the list, or because the portal has just said so */
  isResult: (messageId: number) => boolean;
  /** another page has sent it or taken it out: the list is being asked */
  isUnsure: (messageId: number) => boolean;
  /** a message could not be made one, or may not have been, or a change waits: the person decides */
  needsAttention: boolean;
  /** false: the portal will refuse for want of a permission or of the method, or nothing can be sent from this page */
  mayPromote: boolean;
  /** the portal does not answer, or there is no network */
  isDown: boolean;
  reload: () => void;
  isReloading: boolean;
  /** The list is not read for news until this is given up. @returns gives it up */
  holdReading: () => () => void;
  /** by result id */
  drafts: ReadonlyMap<number, Draft>;
  /** @param change of what it is now, undefined: nothing is typed; null or undefined: nothing of it is kept. Pure */
  setDraft: (resultId: number, change: (draft: Draft | undefined) => Draft | null | undefined) => void;
  /** something is typed that the portal does not hold */
  hasUnsaved: boolean;
  /**
   * Reads the result before, and writes nothing over what somebody has made of it since `base`. The draft goes once
   * the portal holds what is typed, and says why where it does not. Never rejects.
   * @param since neither blank nor over the limit
   */
  save: (resultId: number, since: Draft) => Promise<void>;
  /** Rejects with a PortalError; the list is read again then, as the result may be gone all the same. */
  remove: (resultId: number) => Promise<void>;
}

/** People's messages that say something; notices of the system are no work of anybody. */
export function canBecomeResult({ authorId, isDeleted, isUnreadable }: Message): boolean {
  return authorId !== 0 && !isDeleted && !isUnreadable;
}

/** What a mark on a message needs. */
export type MarkFacts = Pick<
  Results,
  'byMessage' | 'isResult' | 'onTheWay' | 'isDown' | 'retry' | 'check' | 'drop'
>;
