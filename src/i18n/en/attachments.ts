/** Files that are chosen, on their way, or refused. */
export const attachments = {
  empty: 'This file is empty: the portal takes no empty files',
  folder: 'This is a folder. Attach the files in it',
  tooLarge: 'Larger than {{limit}} MB, which is the most the portal takes',
  uploading: 'Uploading {{name}}',
  percent: '{{percent}}% of {{size}}',
  storing: 'The portal is storing it…',
  waitsForAlike: 'Waits until it is decided what became of the same file above.',
  waitsForUpload: 'Waits until the file above is uploaded.',
  goneTitle: 'The file is no longer here',
  goneText: 'The browser has cleared it from its storage. Attach it again.',
  unreadableTitle: 'The file could not be read',
  unreadableText: 'It is a folder, or it was changed, moved or deleted since you chose it. Attach it again.',
  emptyTitle: 'The file is empty',
  emptyText: 'The portal takes no empty files.',
  tooLargeTitle: 'The file is too large for this portal',
  tooLargeText: 'Make it smaller, or put it on Drive and send a link.',
} as const;
