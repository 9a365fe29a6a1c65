/** `GET /control/state`: all that the portal holds, as plain JSON. */
import { webhookAddress } from '../rest/path.ts';
import type { FileRecord, Token, World } from '../world/types.ts';

/**
 * Tokens are masked and files have no bytes; webhooks are addresses to call; everything else is as the world has it.
 * @param origin of the portal
 */
export function stateOf(world: World, origin: string) {
  return {
    users: [...world.users.values()],
    tasks: [...world.tasks.values()],
    chats: [...world.chats.values()],
    messages: [...world.messages.values()].flat().toSorted((a, b) => a.id - b.id),
    files: [...world.files.values()].map(withoutBody),
    results: [...world.results.values()],
    sessions: [...world.sessions.values()],
    lines: world.lines,
    quickAnswers: world.quickAnswers,
    clientAnswers: Object.fromEntries(world.clientAnswers),
    crm: world.crm,
    apps: [...world.apps.values()],
    placements: world.placements,
    tokens: world.tokens.map(masked),
    webhooks: world.webhooks.map((webhook) => ({
      userId: webhook.userId,
      address: webhookAddress(origin, webhook),
      scopes: webhook.scopes,
    })),
    switches: world.switches,
  };
}

function withoutBody({ body: _body, ...file }: FileRecord) {
  return file;
}

function masked({ access, refresh, userId, appCode, expiresAt }: Token) {
  const mask = (secret: string) => (secret === '' ? '' : `${secret.slice(0, 4)}…`);
  return { access: mask(access), refresh: mask(refresh), userId, appCode, expiresAt };
}
