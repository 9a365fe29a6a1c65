/** A task as REST 3.0 shows it (RF 2.7). */
import { mayReadTask } from '../../world/rights.ts';
import type { Task, User, World } from '../../world/types.ts';
import type { Dto } from '../v3/dto.ts';
import { lastActivity } from './activity.ts';
import { taskFieldTypes } from './taskFieldTypes.ts';
import { userDto } from './userDto.ts';

export const chatDto = {
  name: 'ChatDto',
  fields: { id: { type: 'int' }, entityId: { type: 'int' }, entityType: { type: 'string' } },
  /** PB 2.3 */
  entityType: 'TASKS_TASK',
} as const satisfies Dto & { entityType: string };

const named = (name: string, ...more: string[]): Dto => ({
  name,
  fields: {
    id: { type: 'int' },
    ...Object.fromEntries(more.map((field) => [field, { type: 'string' }] as const)),
  },
});

const fields: Dto['fields'] = {
  ...taskFieldTypes,
  // Only `id` can be filtered by (RF 2.8).
  id: { type: 'int', isFilterable: true, isSortable: true },
};

export const taskDto: Dto = {
  name: 'TaskDto',
  fields,
  relations: {
    chat: chatDto,
    creator: userDto,
    responsible: userDto,
    accomplices: userDto,
    auditors: userDto,
    // The docs disagree about the name of `name` (RF 2.7).
    group: named('GroupDto', 'name', 'title', 'image', 'type', 'isVisible'),
    stage: named('StageDto', 'title', 'color'),
    flow: named('FlowDto', 'name'),
    tags: named('TagDto', 'name'),
    parent: { name: 'TaskDto', fields },
  },
  unimitated: ['email', 'elapsedTime', 'source'],
};

/**
 * Real JSON types here, unlike in v2 (RF 1.2). Fields that the local portal has nothing for are left out: null.
 * @param viewer whose rights are told
 */
export function taskFields(world: World, task: Task, viewer: User): Record<string, unknown> {
  const { id, title, description, creatorId, responsibleId, deadline, status, chatId, createdAt } = task;
  return {
    id,
    title,
    description,
    creatorId,
    created: createdAt,
    changed: createdAt,
    activity: lastActivity(world, task),
    responsibleId,
    deadline,
    priority: 'average',
    status,
    containsResults: [...world.results.values()].some(({ taskId }) => taskId === id),
    chatId,
    crmItemIds: task.crmItemIds,
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
