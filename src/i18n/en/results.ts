/** Results of a task. */
export const results = {} as const;
