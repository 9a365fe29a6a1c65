/** A file as Drive describes it: ids partly numbers, partly texts (RF 3.10, the docs' sample). */
import { driveLink } from '../../files/oneTimeLinks.ts';
import type { Call } from '../../rest/call.ts';
import { folderOf } from '../../world/folders.ts';
import type { FileRecord } from '../../world/types.ts';

export function driveFile({ world, origin }: Call, file: FileRecord): Record<string, unknown> {
  return {
    ID: file.id,
    NAME: file.name,
    CODE: null,
    STORAGE_ID: '12',
    TYPE: 'file',
    PARENT_ID: String(folderOf({ id: file.chatId })),
    DELETED_TYPE: 0,
    GLOBAL_CONTENT_VERSION: 1,
    FILE_ID: file.id + 50_000,
    SIZE: String(file.size),
    CREATE_TIME: file.date,
    UPDATE_TIME: file.date,
    DELETE_TIME: null,
    CREATED_BY: String(file.authorId),
    UPDATED_BY: String(file.authorId),
    DELETED_BY: null,
    DOWNLOAD_URL: driveLink(world, origin, file.id),
    DETAIL_URL: `${origin}/company/personal/user/${file.authorId}/disk/file/${encodeURIComponent(file.name)}`,
  };
}
