/** A result of a task as REST 3.0 shows it (PB 2.2, RF 2.5). */
import type { TaskResult, User, World } from '../../world/types.ts';
import type { Dto } from '../v3/dto.ts';
import type { Row } from '../v3/filter.ts';
import { pick, type Select } from '../v3/select.ts';
import { userDto, userFields } from './userDto.ts';

export const resultDto: Dto = {
  name: 'ResultDto',
  fields: {
    id: { type: 'int', isFilterable: true, isSortable: true },
    taskId: { type: 'int', isFilterable: true, requiredFor: ['add'] },
    text: { type: 'string', isEditable: true, requiredFor: ['add', 'update'] },
    authorId: { type: 'int', isFilterable: true, isSortable: true },
    createdAt: { type: 'DateTime', isSortable: true },
    updatedAt: { type: 'DateTime', isSortable: true },
    status: { type: 'string', isFilterable: true, isSortable: true },
    fileIds: { type: 'array' },
    rights: { type: 'array' },
    messageId: {
      type: 'int',
      isFilterable: true,
      isSortable: true,
      requiredFor: ['addFromChatMessage'],
    },
  },
  relations: { author: userDto },
};

/** PB 2.2: changed by its creator alone, removed by the creator or an admin. */
export function rightsTo(result: TaskResult, viewer: User): { edit: boolean; remove: boolean } {
  const isOwn = result.authorId === viewer.id;
  return { edit: isOwn, remove: isOwn || viewer.isAdmin };
}

/** All own fields, for filters and orders. @param viewer whose rights are told */
export function resultFields(result: TaskResult, viewer: User): Row {
  return { ...result, rights: rightsTo(result, viewer) };
}

/** @param select left out: all own fields, and `author` only where it is asked for (PB 2.2) */
export function resultItem(
  world: World,
  result: TaskResult,
  viewer: User,
  select: Select = { own: Object.keys(resultDto.fields), relations: {} },
): Record<string, unknown> {
  const author = world.users.get(result.authorId);
  return pick(select, resultFields(result, viewer), { author: author ? userFields(author, null) : null });
}
