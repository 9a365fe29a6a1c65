/** Blocks and buttons below a message. */
export const blocks = {
  attachment: 'Attachment',
  buttons: 'Buttons in Bitrix24:',
  inFull: 'Shown in full in Bitrix24',
  voiceMessage: 'Voice message',
} as const;
