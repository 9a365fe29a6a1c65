/** Files that are chosen, on their way, or refused. */
export const attachments = {} as const;
