/**
 * The IndexedDB database that all pages share, as far as the browser lets us: every failure, and every silence, is a
 * rejection here. What it means to do without stands in `browserStore.ts`.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type OpenDBCallbacks } from 'idb';

interface Shape extends DBSchema {
  /** `StoredLane`, if it is ours; see `storedLane.ts` */
  lanes: { key: [memberId: string, userId: number, lane: string]; value: unknown };
  /** `Draft`, if it is ours */
  drafts: { key: [memberId: string, userId: number, lane: string, draftId: string]; value: unknown };
}

/** Always over both, so that an item and the draft that it was change together. */
export type Transaction = IDBPTransaction<Shape, Array<'lanes' | 'drafts'>, 'readwrite'>;

export interface Database {
  /**
   * One transaction: all of it, or nothing. `strict`: on the disk when it ends.
   * @throws what the browser or `action` throws; Error where the browser does not answer in time
   */
  run<Value>(
    durability: 'strict' | 'relaxed',
    action: (transaction: Transaction) => Promise<Value>,
  ): Promise<Value>;
  /** Lets go of it, so that nobody else has to wait. */
  close(): void;
}

export const defaultName = 'chat-desk-delivery';
/** A later version must keep `touchedAt` and `savedAt` in the values: those without are removed as too old. */
const version = 1;
/** s; a database that stays silent must not hold up a message. */
const answerLimit = 5;

/** @param onClosed the browser has closed it, or another page that wants to change or delete it waits for `close` */
export function openDatabase(name: string, onClosed: () => void): Database {
  let connection: Promise<IDBPDatabase<Shape>> | undefined;
  return {
    run: (...transaction) => runOn((connection ??= open(name, version, onClosed)), ...transaction),
    close: () => void connection?.then((database) => database.close()).catch(() => undefined),
  };
}

/** One transaction on a connection of its own, to whatever version of the database is there. */
export async function runOnce(
  name: string,
  action: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const connection = open(name, undefined, () => undefined);
  try {
    await runOn(connection, 'strict', action);
  } finally {
    void connection.then((database) => database.close()).catch(() => undefined);
  }
}

async function open(
  name: string,
  version: number | undefined,
  onClosed: () => void,
): Promise<IDBPDatabase<Shape>> {
  const callbacks: OpenDBCallbacks<Shape> = {
    upgrade(database) {
      database.createObjectStore('lanes');
      database.createObjectStore('drafts');
    },
    blocking: onClosed,
    terminated: onClosed,
  };
  return await openDB<Shape>(name, version, callbacks);
}

function runOn<Value>(
  connection: Promise<IDBPDatabase<Shape>>,
  durability: 'strict' | 'relaxed',
  action: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  let transaction: Transaction | undefined;
  let isTooLate = false;

  /** Without it, what was asked for before a failure would be written. */
  function undo() {
    isTooLate = true;
    try {
      transaction?.abort();
    } catch {
      // It has ended, or is just being written.
    }
  }

  async function answer(): Promise<Value> {
    const database = await connection;
    if (isTooLate) throw new Error('IndexedDB has answered too late');
    transaction = database.transaction(['lanes', 'drafts'], 'readwrite', { durability });
    transaction.done.catch(() => undefined);
    const value = await action(transaction);
    await transaction.done;
    return value;
  }

  return inTime(answer()).catch((error: unknown) => {
    undo();
    throw error;
  });
}

/** Counted in single seconds: a computer that slept meanwhile has lost one of them only. */
function inTime<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    let seconds = 0;
    const timer = setInterval(() => {
      seconds += 1;
      if (seconds >= answerLimit) reject(new Error('IndexedDB does not answer'));
    }, 1_000);
    answer.finally(() => clearInterval(timer)).then(resolve, reject);
  });
}
