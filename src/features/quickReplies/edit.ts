/** A quick reply that is being written; kept while its window is closed, so that nothing typed is lost. Pure. */
import { isEqual, type Reply } from './replies.ts';
import type { Whose } from './saveReply.ts';

export interface Edit {
  whose: Whose;
  /** as it was when the person began, or last looked; null: a new one */
  base: Reply | null;
  reply: Reply;
  /** what the fields held at first */
  first: Reply;
}

/** @param id of its own */
export function newEdit(whose: Whose, id: string, words: Partial<Reply> = {}): Edit {
  const reply = { title: '', text: '', ...words, id };
  return { whose, base: null, reply, first: reply };
}

export function editOf(whose: Whose, reply: Reply): Edit {
  return { whose, base: reply, reply, first: reply };
}

/** Whether the person has typed something. */
export function isTouched({ reply, first }: Edit): boolean {
  return !isEqual(reply, first);
}

/** What is being written, and messages that are to become quick replies after it. */
export interface Writing {
  edit: Edit | null;
  waiting: readonly Edit[];
}

export const nothingWritten: Writing = { edit: null, waiting: [] };

/** What was begun comes first, and nothing that was chosen is lost. */
export function enqueue(writing: Writing, next: Edit): Writing {
  const { edit, waiting } = writing;
  const isBegun = edit !== null && (isTouched(edit) || (edit.base === null && edit.reply.text !== ''));
  if (!isBegun) return { ...writing, edit: next };
  const isThere = [edit, ...waiting].some(({ first }) => isEqual(first, next.first));
  return isThere ? writing : { edit, waiting: [...waiting, next] };
}

/** What is written now is done with. */
export function advance({ waiting: [next, ...rest] }: Writing): Writing {
  return { edit: next ?? null, waiting: rest };
}

/** @param sent as it was typed @param saved as the portal holds it now. What was typed since stays to be saved. */
export function settle(writing: Writing, sent: Edit, saved: Reply): Writing {
  const { edit } = writing;
  if (edit?.reply.id !== sent.reply.id) return writing;
  return isEqual(edit.reply, sent.reply) ? advance(writing) : { ...writing, edit: { ...edit, base: saved } };
}
