/** Who may read what (PB 2.1, 2.3, 4.3). */
import type { Chat, Task, User, World } from './types.ts';

/** Works in the company: no client of an open line, no bot, and has not left. */
export function isColleague(user: User): boolean {
  return user.isActive && user.connectorId === undefined && user.isBot !== true;
}

/** Everyone with a part in the task: creator, responsible, accomplices, auditors. */
export function taskParticipants(task: Task): number[] {
  return [...new Set([task.creatorId, task.responsibleId, ...task.accompliceIds, ...task.auditorIds])];
}

/** Participants and admins read a task; an admin reads every task (PB 2.3). */
export function mayReadTask(user: User, task: Task): boolean {
  return user.isAdmin || taskParticipants(task).includes(user.id);
}

export function taskOfChat(world: World, chat: Chat): Task | undefined {
  return chat.kind === 'task' ? world.tasks.get(Number(chat.entityId)) : undefined;
}

/**
 * Members read a chat; the readers of a task read its chat too where `taskReadersMayReadChat` is on (PB 4.3), and who may
 * join an open line chat that one where `lineReadersMayReadChat` is.
 */
export function mayReadChat(world: World, user: User, chat: Chat): boolean {
  if (chat.memberIds.includes(user.id)) return true;
  if (chat.kind === 'lines') return world.switches.lineReadersMayReadChat && mayJoinLine(world, user, chat);
  const task = taskOfChat(world, chat);
  return task !== undefined && world.switches.taskReadersMayReadChat && mayReadTask(user, task);
}

/**
 * The responsible person, everyone (bots too) with a part in an open line chat of the element, now or as the operator
 * of a session, and admins, for whom an unknown element is no refusal either (RF 4.1). The sources leave this to the
 * roles of the CRM.
 */
export function mayReadCrm(world: World, user: User, { type, id }: { type: string; id: number }): boolean {
  if (!isColleague(user) && user.isBot !== true) return false;
  if (user.isAdmin) return true;
  const entity = world.crm.find((other) => other.type === type && other.id === id);
  if (!entity) return false;
  if (entity.assignedById === user.id) return true;
  return [...world.sessions.values()].some(
    ({ chatId, crm, operatorId }) =>
      crm.some((link) => link.type === type && link.id === id) &&
      (operatorId === user.id || world.chats.get(chatId)?.memberIds.includes(user.id) === true),
  );
}

/** Members, and whoever reads an element that the chat is linked to (RF 4.2: no membership needed); admins all. */
export function mayReadLine(world: World, user: User, chat: Chat): boolean {
  if (chat.kind !== 'lines') return false;
  if (user.isAdmin || chat.memberIds.includes(user.id)) return true;
  const sessions = [...world.sessions.values()].filter(({ chatId }) => chatId === chat.id);
  return sessions.some(({ crm }) => crm.some((link) => mayReadCrm(world, user, link)));
}

/**
 * Who may come into an open line chat without being in it: whoever reads the element that it names first, and admins
 * (PB source key M, `config.php` `canJoin`; the roles of the lines are not there).
 */
export function mayJoinLine(world: World, user: User, chat: Chat): boolean {
  if (user.isAdmin) return true;
  const [link] = [...world.sessions.values()].findLast(({ chatId }) => chatId === chat.id)?.crm ?? [];
  return link !== undefined && mayReadCrm(world, user, link);
}
