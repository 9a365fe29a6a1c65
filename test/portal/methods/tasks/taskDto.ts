/** A task as REST 3.0 shows it (RF 2.7). Fields that the local portal has nothing for are left out. */
import { mayReadTask } from '../../world/rights.ts';
import type { Task, User } from '../../world/types.ts';
import type { Dto } from '../v3/dto.ts';

export const chatDto = {
  name: 'ChatDto',
  fields: { id: { type: 'int' }, entityId: { type: 'int' }, entityType: { type: 'string' } },
  /** PB 2.3 */
  entityType: 'TASKS_TASK',
} as const satisfies Dto & { entityType: string };

const userDto: Dto = {
  name: 'UserDto',
  fields: {
    id: { type: 'int' },
    name: { type: 'string' },
    role: { type: 'string' },
    image: { type: 'array' },
    gender: { type: 'string' },
    email: { type: 'string' },
  },
};

/** Only `id` can be filtered by (RF 2.8). */
export const taskDto: Dto = {
  name: 'TaskDto',
  fields: {
    id: { type: 'int', isFilterable: true, isSortable: true },
    title: { type: 'string', isSortable: true, isEditable: true, requiredFor: ['add'] },
    description: { type: 'string', isEditable: true },
    creatorId: { type: 'int', isSortable: true, requiredFor: ['add'] },
    created: { type: 'DateTime', isSortable: true },
    responsibleId: { type: 'int', isSortable: true, isEditable: true, requiredFor: ['add'] },
    deadline: { type: 'DateTime', isSortable: true, isEditable: true },
    fileIds: { type: 'array', isEditable: true },
    groupId: { type: 'int', isSortable: true, isEditable: true },
    priority: { type: 'string', isSortable: true, isEditable: true },
    status: { type: 'string', isSortable: true, isEditable: true },
    parentId: { type: 'int', isEditable: true },
    containsResults: { type: 'bool', isEditable: true },
    chatId: { type: 'int', isEditable: true },
    link: { type: 'string', isEditable: true },
    rights: { type: 'array', isEditable: true },
  },
  relations: { chat: chatDto, creator: userDto, responsible: userDto },
};

/** Real JSON types here, unlike in v2 (RF 1.2). @param viewer whose rights are told */
export function taskFields(task: Task, viewer: User): Record<string, unknown> {
  const { id, title, description, creatorId, responsibleId, deadline, status, chatId, createdAt } = task;
  return {
    id,
    title,
    description,
    creatorId,
    created: createdAt,
    responsibleId,
    deadline,
    fileIds: null,
    groupId: null,
    priority: 'average',
    status,
    parentId: null,
    containsResults: false,
    chatId,
    // Relative, and in the viewer's own name (RF 2.7).
    link: `/company/personal/user/${viewer.id}/tasks/task/view/${id}/`,
    rights: rightsOf(task, viewer),
  };
}

function rightsOf(task: Task, viewer: User): Record<string, boolean> {
  const isOwner = viewer.isAdmin || task.creatorId === viewer.id;
  const read = mayReadTask(viewer, task);
  return {
    read,
    watch: read,
    createResult: read,
    edit: isOwner,
    remove: isOwner,
    complete: isOwner || task.responsibleId === viewer.id,
  };
}
