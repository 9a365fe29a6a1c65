/** How a channel is told from the others at a glance: two letters on a colour. */

export interface ConnectorLook {
  letters: string;
  /** `#rrggbb` */
  color: string;
}

/** By the beginning of the connector's id (`whatsappbytwilio`, `telegrambot`, `vkgroup`); colours as people know them. */
const looks: ReadonlyArray<readonly [prefix: RegExp, letters: string, color: string]> = [
  [/whatsapp/, 'WA', '#178043'],
  [/^telegram/, 'TG', '#1b75aa'],
  [/^livechat/, 'LC', '#0069e6'],
  [/^viber/, 'VB', '#6c58ee'],
  [/^vk/, 'VK', '#2a6ebb'],
  [/^facebook/, 'FB', '#1b66d6'],
  [/instagram/, 'IG', '#c13584'],
  [/^avito/, 'AV', '#0b7d74'],
  [/^(?:e?mail|imopenlines_mail)/, '@', '#5f6873'],
  [/^network/, 'B24', '#0e7c86'],
  [/^(?:ok|odnoklassniki)/, 'OK', '#b85a00'],
  [/^imessage/, 'iM', '#2f7d32'],
];

/** null for a channel that is not known; its title then stands for it */
export function connectorLook(connectorId: string): ConnectorLook | null {
  const id = connectorId.toLowerCase();
  const look = looks.find(([prefix]) => prefix.test(id));
  return look ? { letters: look[1], color: look[2] } : null;
}
