/** English words of the sound for new messages of a client. */
export const sound = {
  switch: 'Sound for new messages',
  blocked: 'Your browser lets Chat Desk sound only after a click or a key in this window.',
} as const;
