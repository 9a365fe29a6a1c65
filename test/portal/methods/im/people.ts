/** A person as the messenger shows them: snake_case, ids as numbers (RF 3.9). */
import { portalDate } from '../../world/clock.ts';
import { fullName } from '../../world/messages.ts';
import type { User } from '../../world/types.ts';

/** Whether `SKIP_EXTERNAL` passes a person over (RF 3.8). @param kept values of `external_auth_id` that stay */
export function isExternal(user: User, kept: readonly string[]): boolean {
  const type = externalType(user);
  return type !== 'default' && !kept.includes(type);
}

function externalType({ connectorId, isBot }: User): string {
  if (isBot === true) return 'bot';
  return connectorId === undefined ? 'default' : 'imconnector';
}

export function imUser(user: User): Record<string, unknown> {
  const isClient = user.connectorId !== undefined;
  return {
    id: user.id,
    active: user.isActive,
    name: fullName(user),
    first_name: user.firstName,
    last_name: user.lastName,
    work_position: user.position,
    color: user.color,
    // RF 3.9: empty when there is no picture
    avatar: '',
    avatar_hr: '',
    gender: user.gender,
    birthday: '',
    extranet: isClient,
    network: false,
    bot: user.isBot === true,
    connector: isClient,
    external_auth_id: externalType(user),
    status: 'online',
    idle: false,
    last_activity_date: portalDate(),
    mobile_last_date: false,
    desktop_last_date: false,
    absent: false,
    departments: isClient ? [] : [1],
    phones: false,
    bot_data: user.isBot === true ? botData : null,
    type: user.isBot === true ? 'bot' : 'user',
    website: '',
    email: user.email,
  };
}

/** The fields are those of PB source key M (`im/lib/V2/Entity/User/Data/BotData.php`); the docs name none. */
const botData = { code: 'linesHelper', type: 'openline', app_id: '', is_hidden: false };
