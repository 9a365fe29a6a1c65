/**
 * The bytes of files on their way, in a database of their own: delivery's records are rewritten at each step, and a
 * file is not. A file is kept before its item is, and goes when the item does; one whose item never came is removed
 * after a while. Where the browser refuses, the page's memory is all there is.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Shape extends DBSchema {
  files: { key: string; value: { content: Blob; savedAt: number } };
}

export interface FileStore {
  /** Never rejects. */
  keep: (id: string, content: Blob) => Promise<void>;
  /** null: it is gone, with the browser's storage or with another page's memory */
  get: (id: string) => Promise<Blob | null>;
  remove: (id: string) => Promise<void>;
}

let shared: FileStore | undefined;

/** The page's own: what the browser does not store is in its memory. */
export function pageFileStore(): FileStore {
  shared ??= openFileStore();
  return shared;
}

/** ms */
const keptFor = 60 * 24 * 60 * 60_000;

/** Shared by all portals and people: an id is a UUID, and tells nothing to whom it was not told. */
export function openFileStore(name = 'chat-desk-files'): FileStore {
  const memory = new Map<string, Blob>();
  let opening: Promise<IDBPDatabase<Shape>> | undefined;

  async function attempt<Value>(
    action: (database: IDBPDatabase<Shape>) => Promise<Value>,
    otherwise: () => Value,
  ): Promise<Value> {
    try {
      opening ??= open(name);
      return await action(await opening);
    } catch {
      return otherwise();
    }
  }

  return {
    async keep(id, content) {
      memory.set(id, content);
      await attempt(
        async (database) => {
          await database.put('files', { content, savedAt: Date.now() }, id);
          memory.delete(id);
        },
        () => undefined,
      );
    },
    get: async (id) =>
      memory.get(id) ??
      (await attempt(
        async (database) => (await database.get('files', id))?.content ?? null,
        () => null,
      )),
    async remove(id) {
      memory.delete(id);
      await attempt(
        (database) => database.delete('files', id),
        () => undefined,
      );
    },
  };
}

async function open(name: string): Promise<IDBPDatabase<Shape>> {
  const database = await openDB<Shape>(name, 1, {
    upgrade: (upgraded) => void upgraded.createObjectStore('files'),
  });
  let cursor = await database.transaction('files', 'readwrite').store.openCursor();
  while (cursor) {
    if (cursor.value.savedAt < Date.now() - keptFor) await cursor.delete();
    cursor = await cursor.continue();
  }
  return database;
}
