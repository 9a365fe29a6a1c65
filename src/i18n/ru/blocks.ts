/** Blocks and buttons below a message: Russian. */
import type { Catalogue } from '../catalogue.ts';

export const blocks: Catalogue['blocks'] = {
  attachment: 'Вложение',
  buttons: 'Кнопки в Битрикс24:',
  inFull: 'Полностью видно в Битрикс24',
  voiceMessage: 'Голосовое сообщение',
};
