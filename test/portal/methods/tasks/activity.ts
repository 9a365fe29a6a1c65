/** When something last happened in a task. */
import type { Task, World } from '../../world/types.ts';

/** The newest message of its chat, else its creation; ISO 8601. */
export function lastActivity(world: World, { chatId, createdAt }: Task): string {
  return world.messages.get(chatId ?? 0)?.at(-1)?.date ?? createdAt;
}
