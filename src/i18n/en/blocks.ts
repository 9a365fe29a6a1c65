/** Blocks and buttons below a message. */
export const blocks = {} as const;
