/** A file as `im.disk.file.commit` answers it, twice; dates are empty objects (RF 11.13). */
import type { Call } from '../../rest/call.ts';
import { folderOf } from '../../world/folders.ts';
import type { FileRecord } from '../../world/types.ts';
import { imFile } from '../im/files.ts';

/** In `FILES`. */
export function committedFile(call: Call, file: FileRecord): Record<string, unknown> {
  return { ...imFile(call, file), date: {} };
}

/** In `FILE_MODELS`. */
export function fileModel(file: FileRecord): Record<string, unknown> {
  return {
    id: file.id,
    name: file.name,
    createTime: {},
    updateTime: {},
    deleteTime: null,
    code: null,
    xmlId: null,
    storageId: 12,
    realObjectId: file.id,
    parentId: folderOf({ id: file.chatId }),
    deletedType: 0,
    createdBy: String(file.authorId),
    updatedBy: String(file.authorId),
    deletedBy: '0',
    typeFile: file.kind === 'image' ? 2 : 1,
    globalContentVersion: 2,
    fileId: file.id + 50_000,
    size: file.size,
    links: { download: `/disk/downloadFile/${file.id}/`, preview: `/disk/showFile/${file.id}/` },
  };
}
