/** What can be done with a message, and the keys for it. */
export const actions = {} as const;
