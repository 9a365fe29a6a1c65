/** What a composer is told, and what it tells. */
import type { ReactNode } from 'react';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import type { QuickReplySource } from './quickReply.ts';

export interface SendHow {
  asResult: boolean;
  files: readonly File[];
  /** the text as several messages, in this order, where the person chose so; left out: one */
  parts?: readonly string[];
}

export interface MentionSource {
  /** people of the chat */
  near: readonly Person[];
  /** people of the company; a failure is told quietly */
  search: (query: string) => Promise<readonly Person[]>;
}

export interface GivenFile {
  file: File;
  /** dropped or pasted as one: what the browser gives for it cannot be read */
  isFolder: boolean;
}

export interface KeptFile extends GivenFile {
  id: number;
}

/** Files that are chosen and not sent, and how they change. */
export type FilesState = readonly [
  files: readonly KeptFile[],
  change: (changed: (before: readonly KeptFile[]) => readonly KeptFile[]) => void,
];

export interface AttachmentRules {
  /** says in words why a file cannot be sent, or null */
  refusal: (given: GivenFile) => string | null;
  formatSize: (bytes: number) => string;
}

/** What the message answers, or which one is edited. */
export interface ComposerContext {
  kind: 'reply' | 'edit';
  title: string;
  text: string;
  onCancel: () => void;
  onJump?: () => void;
}

/** Why a text is not sent at once, though it could be. */
export interface Hold {
  /** null: they stand in `notice` already, and `onTold` has them read out */
  words: ReactNode;
  /** the button that sends it all the same; left out: nothing does */
  anyway?: string;
  /** called when the person has tried in vain */
  onTold?: () => void;
}

export interface ComposerProps {
  /** BB code, the draft */
  value: string;
  onChange: (text: string) => void;
  /**
   * The text trimmed and without what does not survive the way, never over the limit; empty only with files. A promise
   * of false: nothing could be sent, and the files are to be chosen as before.
   */
  onSend: (text: string, how: SendHow) => Promise<boolean> | void;
  /** in the units of `countOf`; the portal's is 20,000 code points */
  limit: number;
  countOf: (typed: string) => number;
  /** shown instead of these two: a limit beyond which a text can be sent all the same, see `holdOf` */
  counter?: { count: number; limit: number } | undefined;
  /** asked at every rendering; its words are shown once somebody tries to send. Null: nothing speaks against it */
  holdOf?: ((typed: string) => Hold | null) | undefined;
  /** a quiet line above the card */
  notice?: ReactNode;
  autoFocus?: boolean;
  /** every new value brings the focus into the field, as after "Edit" */
  focusCall?: number;
  /** shown above the field; Escape in the field cancels it */
  context?: ComposerContext | undefined;
  /** an edit is being saved */
  isSaving?: boolean;
  /** why saving failed, next to the field */
  problem?: ReactNode;
  /** at the foot, before the buttons that send */
  beside?: ReactNode;
  /** what stands here is to become a result, by whatever it is sent; left out: as the person sends it */
  resultWish?: { onCancel: () => void } | undefined;
  /** offers "Send as result" */
  canSendAsResult?: boolean;
  /** without it no mentions are offered */
  mentions?: MentionSource | undefined;
  /** without it no quick replies are offered */
  quickReplies?: QuickReplySource | undefined;
  /** without it no files can be attached */
  attachments?: AttachmentRules | undefined;
  /** where they are to outlast the composer; left out: it keeps them itself */
  files?: FilesState | undefined;
  /** how many files are chosen and not sent: they go with the page; must stay the same function */
  onFilesChange?: ((count: number) => void) | undefined;
  /** renders BB code as the chat will show it */
  preview?: ((text: string) => ReactNode) | undefined;
  /** ArrowUp in an empty field: edit the last own message */
  onEditLast?: (() => void) | undefined;
  /** opens the list of shortcuts */
  onShowShortcuts?: (() => void) | undefined;
}
