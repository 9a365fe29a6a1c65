/** What a message answers, as much of it as a line shows. */
import type { DialogFile, Message, Person } from '../portal/methods/dialogMessages.ts';

export interface Quote {
  /** the message that is answered */
  messageId: number;
  /** 0 = the system */
  authorId: number;
  /** for an author whom the dialog on the screen does not know */
  authorName?: string;
  /** BB code, hostile; may be empty where the message is a file */
  text: string;
  /** hostile; where there is no text */
  fileName?: string;
  isDeleted: boolean;
}

interface Known {
  people: ReadonlyMap<number, Person>;
  files: ReadonlyMap<number, DialogFile>;
}

const made = new WeakMap<Message, Quote>();

/** The same message gives the same quote, so that its row need not be drawn anew. */
export function quoteOf(message: Message, known: Known): Quote {
  const quote = made.get(message) ?? newQuote(message, known);
  made.set(message, quote);
  return quote;
}

function newQuote(message: Message, { people, files }: Known): Quote {
  const { id, authorId, text, isDeleted, fileIds } = message;
  const authorName = people.get(authorId)?.name;
  const fileName = fileIds.flatMap((fileId) => files.get(fileId)?.name ?? [])[0];
  return {
    messageId: id,
    authorId,
    ...(authorName ? { authorName } : {}),
    text: isDeleted ? '' : text,
    ...(fileName && !isDeleted ? { fileName } : {}),
    isDeleted,
  };
}

/** One that is nowhere to be found: nobody had read it, and it was deleted without a trace. */
export function quoteOfNothing(messageId: number): Quote {
  return { messageId, authorId: 0, text: '', isDeleted: true };
}
