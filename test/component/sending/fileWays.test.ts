/** Both ways of sending a file, what this page tells of it, and cancelling: over HTTP against a local portal. */
// @module-tag race
import { afterEach, describe, expect, test } from 'vitest';
import { newKey } from '../../../src/delivery/item.ts';
import type { Portal } from '../../../src/portal/connect.ts';
import { file } from '../../../src/sending/file.ts';
import { openFileStore } from '../../../src/sending/fileStore.ts';
import { cancelUpload, uploadOf } from '../../../src/sending/uploads.ts';
import { anna, item, openPortal, read, type Rule } from './portal.ts';

const portal = await openPortal();
const files = openFileStore(`files-${newKey()}`);
const scopes = ['task', 'tasks', 'im', 'user_brief'];
const fresh = { connection: 'fresh', times: 1 } as const;
/** More than the system takes over at once from one who sends to somebody who does not read. */
const large = new Blob(['A'.repeat(30_000_000)]);

afterEach(async () => {
  await portal.noFaults();
  await portal.switchTo({ imV2Files: true });
  await portal.grant(...scopes);
});

async function begin(frame: Portal, content: Blob | string = 'first', more: { pauses?: number } = {}) {
  const { chatId } = await portal.newTask();
  const [fileId, blob] = [newKey(), new Blob([content])];
  await files.keep(fileId, blob);
  const target = { dialogId: `chat${chatId}`, fileId, name: 'report.pdf', size: blob.size, type: '' };
  const own = item('Here you are', target, { kind: 'file', ...more });
  const policy = file(frame, anna, files);
  return { own, policy, outcome: policy.attempt(own), held: () => portal.heldIn(chatId) };
}

describe('the older way', () => {
  test('where the portal lacks the method, the text in the same message; no file sent for nothing', async () => {
    await portal.switchTo({ imV2Files: false });
    await portal.grant(...scopes, 'disk');
    const frame = portal.portalOf(anna);
    const before = (await portal.requestsTo('im.v2.File.upload')).length;
    for (const content of [large, 'second']) {
      const { own, policy, outcome, held } = await begin(frame, content);
      const [message, ...others] = await outcome.then(held);
      expect(await outcome).toEqual({ kind: 'done', traceId: message?.id });
      expect([message?.typed, others]).toEqual(['Here you are', []]);
      const traces = read(await policy.read(own, 0));
      expect(traces.map((trace) => policy.compare(own, trace))).toEqual(['mine']);
    }
    expect((await portal.requestsTo('im.v2.File.upload')).length).toBe(before + 1);
  });

  test('without the permission it says which one an administrator has to add', async () => {
    await portal.switchTo({ imV2Files: false });
    const { outcome } = await begin(portal.portalOf(anna));
    expect(await outcome).toMatchObject({ kind: 'refused', problem: { kind: 'scope', scope: 'disk' } });
  });

  test.each<[string, string, Rule, string, number]>([
    ['the folder cannot be had', 'im.disk.folder.get', { fault: 'status', status: 500 }, 'refused', 0],
    ['no place for the file', 'disk.folder.uploadfile', { fault: 'malformed' }, 'refused', 0],
    ['it is stored, and the answer lost', 'upload', { fault: 'drop-after', ...fresh }, 'later', 0],
    [
      'the message written, the answer lost',
      'im.disk.file.commit',
      { fault: 'drop-after', ...fresh },
      'unclear',
      1,
    ],
    ['the message not written', 'im.disk.file.commit', { fault: 'drop-before', ...fresh }, 'unclear', 0],
    ['written late', 'im.disk.file.commit', { fault: 'late-commit', ms: 200, ...fresh }, 'unclear', 1],
  ])('%s', async (_what, method, rule, kind, written) => {
    await portal.switchTo({ imV2Files: false });
    await portal.grant(...scopes, 'disk');
    await portal.faults({ ...rule, method, times: 1 });
    const { outcome, held } = await begin(portal.portalOf(anna));
    expect((await outcome).kind).toBe(kind);
    await expect.poll(async () => (await held()).length).toBe(written);
  });

  test('a copy by the browser shares the file: it is told, and not deleted with its file', async () => {
    await portal.switchTo({ imV2Files: false });
    await portal.grant(...scopes, 'disk');
    const frame = portal.portalOf(anna);
    const { own, policy, outcome, held } = await begin(frame);
    await outcome;
    const fileId = (await held())[0]?.params['FILE_ID'];
    const parameters = { DIALOG_ID: String(own.target['dialogId']), UPLOAD_ID: String(fileId) };
    await frame.rest.call({ method: 'im.disk.file.commit', parameters });
    const copy = (await held()).at(-1)?.id ?? 0;
    expect(await policy.takeBack?.(own, copy)).toBe('stays');
    expect(await held()).toHaveLength(2);
  });
});

describe.each([
  ['at once', true, 'im.v2.File.upload'],
  ['the older way', false, 'upload'],
])('on its way, %s', (_way, imV2Files, method) => {
  const prepare = async (rule: Rule) => {
    await portal.switchTo({ imV2Files });
    await portal.grant(...scopes, 'disk');
    const frame = portal.portalOf(anna);
    // From here on this page knows the way.
    expect(await (await begin(frame)).outcome).toMatchObject({ kind: 'done' });
    await portal.faults({ method, connection: 'fresh', times: 1, ...rule });
    return frame;
  };

  test('this page tells how far it is; cancelled, nothing was written and nothing is told', async () => {
    const frame = await prepare({ fault: 'stall', ms: 10_000 });
    const { own, outcome, held } = await begin(frame, large);
    await expect.poll(() => uploadOf(own.key)?.sent, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(uploadOf(own.key)).toMatchObject({ canCancel: true, isCancelling: false });
    cancelUpload(own.key);
    expect(await outcome).toMatchObject({ kind: 'refused', problem: { code: 'CANCELLED' } });
    expect(uploadOf(own.key)).toBeNull();
    await portal.noFaults();
    expect(await held()).toEqual([]);
  });

  test('broken off: tried again by itself, and after the third time the person is asked', async () => {
    for (const [pauses, kind] of [
      [0, 'later'],
      [3, 'refused'],
    ] as const) {
      const frame = await prepare({ fault: 'stall', ms: 300, executed: false });
      const { outcome, held } = await begin(frame, large, { pauses });
      expect(await outcome).toMatchObject({ kind, problem: { kind: 'unreachable' } });
      expect(await held()).toEqual([]);
    }
  });
});

test('handed over: cancelling is not offered, and does nothing', async () => {
  await portal.faults({ method: 'im.v2.File.upload', fault: 'delay', ms: 700, times: 1 });
  const { own, outcome, held } = await begin(portal.portalOf(anna), 'x'.repeat(5_000));
  await expect.poll(() => uploadOf(own.key)?.canCancel).toBe(false);
  cancelUpload(own.key);
  expect(await outcome).toMatchObject({ kind: 'done' });
  expect(await held()).toHaveLength(1);
});
