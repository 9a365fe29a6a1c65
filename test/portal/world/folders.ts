/** The folder that each chat has on Drive; its files are those of the chat. */
import type { Chat, World } from './types.ts';

/** Above every id of a chat or a file here, so that a mistaken id is no folder. */
const firstFolder = 4_000_000;

export function folderOf(chat: Pick<Chat, 'id'>): number {
  return firstFolder + chat.id;
}

/** undefined = no such folder */
export function chatOfFolder(world: World, folderId: number): Chat | undefined {
  return world.chats.get(folderId - firstFolder);
}
