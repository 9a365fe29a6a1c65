/** A quick reply that is being written; kept while its window is closed, so that nothing typed is lost. Pure. */
import type { Reply } from './replies.ts';
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
  return reply.title !== first.title || reply.text !== first.text;
}
