/** The channels of the company's open lines. */

/** Connector -> its title; a connector that is missing here is switched off (PB 3: such chats are left out). */
export const activeConnectors: ReadonlyMap<string, string> = new Map([
  ['telegrambot', 'Telegram'],
  ['whatsappbytwilio', 'WhatsApp by Twilio'],
  ['livechat', 'Live Chat'],
  ['vkgroup', 'VK'],
  ['facebook', 'Facebook: Messages'],
]);
