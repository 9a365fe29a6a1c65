// An item on its way, for tests that care about a part of it only.
import type { Item } from '../../../src/delivery/item.ts';

export function item(key: string, changes: Partial<Item> = {}): Item {
  return {
    key,
    kind: 'taskText',
    text: key,
    target: { taskId: 51, chatId: 58 },
    state: 'sending',
    createdAt: 0,
    attempts: 1,
    baseline: 0,
    ...changes,
  };
}
