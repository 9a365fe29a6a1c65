/** Searching a dialog, and moving about in it. */
export const search = {} as const;
