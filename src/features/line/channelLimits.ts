/**
 * What channels take, by the connector's id in Bitrix24 (names: `imconnector.list`). Only what is documented; a connector
 * that is not here has no limit that we know.
 */

export interface ChannelLimit {
  /** of one message, in `unit` */
  length?: number;
  unit?: 'characters' | 'bytes';
  /** hours after the client's last message; only where the portal itself does not tell (`LineDialog.replyUntil`) */
  replyHours?: number;
}

const limits: ReadonlyMap<string, ChannelLimit> = new Map(
  Object.entries<ChannelLimit>({
    // core.telegram.org/bots/api#sendmessage: 1-4096 characters after entities parsing.
    telegrambot: { length: 4096 },
    // twilio.com/docs/api/errors/21617: a body of 1,600 characters, fewer than WhatsApp itself takes. Window: the portal.
    whatsappbytwilio: { length: 1600 },
    // WhatsApp Cloud API, text object: 4,096 characters. Window: the portal.
    whatsappbyedna: { length: 4096 },
    // developers.facebook.com/docs/messenger-platform/instagram/features/send-message: 1,000 bytes of UTF-8.
    // Window: helpdesk.bitrix24.com/open/11076436, 24 hours; 7 days for answers where an administrator extended it.
    fbinstagramdirect: { length: 1000, unit: 'bytes', replyHours: 24 },
    // developers.facebook.com/docs/messenger-platform/reference/send-api: 2,000 characters. Window: as Instagram.
    facebook: { length: 2000, replyHours: 24 },
    // Viber bots: 7,000 characters (infobip.com/docs/viber/bots/message-types).
    viber: { length: 7000 },
    // dev.vk.com/method/messages.send: 9,000 characters.
    vkgroup: { length: 9000 },
  }),
);

export function channelLimitOf(connectorId: string): ChannelLimit {
  return limits.get(connectorId) ?? {};
}

const encoder = new TextEncoder();

/** Never less than the channel counts: an emoji of two UTF-16 units is two, as in Telegram. */
export function lengthIn(unit: ChannelLimit['unit'], text: string): number {
  return unit === 'bytes' ? encoder.encode(text).length : text.length;
}
