/** Writing: tools, mentions, preview, answering, editing. */
export const composer = {} as const;
