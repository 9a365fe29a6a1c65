/**
 * What the portal itself says in an open line chat. The params are those of PB source key M (`imopenlines`
 * `im/messages/session.php`, `session.php` `finish`); the words are ours, they are localised in truth.
 */
import type { Session, User } from './types.ts';

export interface Notice {
  text: string;
  params?: Record<string, unknown>;
}

const mention = ({ id, firstName, lastName }: User) =>
  `[USER=${id}]${`${firstName} ${lastName}`.trim()}[/USER]`;

/** Names the session by a link to its history: the one place where a chat tells the ids of its earlier sessions. */
export function sessionStarted({ id }: Session): Notice {
  return {
    text: `Conversation [URL=/online/?IM_HISTORY=imol|${id}]${id}[/URL] started`,
    params: { CLASS: 'bx-messenger-content-item-ol-start', COMPONENT_ID: 'StartDialogMessage' },
  };
}

/** The end of a session that was closed at once. */
export function closedBy(user: User): Notice {
  return {
    text: `${mention(user)} finished the conversation`,
    params: { CLASS: 'bx-messenger-content-item-ol-end' },
  };
}

/** The end of a session that had waited for its client. */
export function closedAtLast({ id }: Session): Notice {
  return {
    text: 'The conversation is closed',
    params: {
      CLASS: 'bx-messenger-content-item-ol-end',
      TYPE: 'lines',
      COMPONENT_ID: 'bx-imopenlines-message',
      IMOL_VOTE_SID: id,
    },
  };
}

/** Goes to the client. */
export const thanks: Notice = {
  text: 'Thank you for writing to us!',
  params: {
    CLASS: 'bx-messenger-content-item-ol-output',
    TYPE: 'lines',
    COMPONENT_ID: 'bx-imopenlines-message',
    IMOL_FORM: 'history',
  },
};

export const answeredBy = (user: User): Notice => ({
  text: `${mention(user)} started working on the conversation`,
});
export const skippedBy = (user: User): Notice => ({ text: `${mention(user)} passed the conversation on` });
export const nobodyElse: Notice = { text: 'There is nobody else in the queue' };
export const spamSaid = (user: User): Notice => ({
  text: `${mention(user)} marked the conversation as spam`,
});
export const takenOver = (user: User, before: User | undefined): Notice => ({
  text: `${mention(user)} took the conversation over${before ? ` from ${mention(before)}` : ''}`,
});
export const passedTo = (from: User, to: User): Notice => ({
  text: `${mention(from)} passed the conversation on to ${mention(to)}`,
});
export const passedToLine = (from: User, line: string): Notice => ({
  text: `${mention(from)} passed the conversation on to [b]${line}[/b]`,
});
export const closedByAnother = (user: User): Notice => ({
  text: `${mention(user)} closed the conversation of a colleague`,
});
export const joined = (user: User): Notice => ({
  text: `${mention(user)} joined the conversation`,
  params: { CODE: ['CHAT_JOIN'], NOTIFY: 'N' },
});
export const closedForNew = (user: User): Notice => ({
  text: `${mention(user)} closed the conversation to begin a new one`,
});
export const pinned: Notice = { text: 'The conversation was assigned for a week' };
export const unpinned: Notice = { text: 'The conversation is not assigned any more' };
