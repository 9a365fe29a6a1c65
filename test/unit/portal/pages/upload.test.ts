/** ZIP applications: by the form of `/devops/install/<id>/`, by the control contract, and as they are served. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { issueToken } from '../../../portal/auth/tokens.ts';
import { archiveLimits } from '../../../portal/archives/readArchive.ts';
import { appCode } from '../../../portal/world/seed/app.ts';
import { startTestPortal } from '../methods/support.ts';

const portal = startTestPortal();

const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name)])));
const plainZip = zip('index.html', 'assets/app.js');
const wizardZip = zip('index.html', 'install.html');

const app = () => {
  const found = portal.world.apps.get(appCode);
  if (!found) throw new Error('There is no such application');
  return found;
};

const page = async (path: string) => (await fetch(portal.running.origin + path)).text();

interface Sent {
  archive?: Uint8Array;
  title?: string;
  scopes?: string[];
}

/** As the browser sends the form, from the portal's own page. */
async function send(path: string, { archive, title = 'Chat Desk', scopes = ['task'] }: Sent, headers = {}) {
  const body = new FormData();
  if (archive) body.set('archive', new Blob([new Uint8Array(archive)]), 'app.zip');
  body.set('title', title);
  for (const scope of scopes) body.append('scopes', scope);
  const { origin } = portal.running;
  return fetch(origin + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin, cookie: 'PORTAL_SESSION=1', ...headers },
  });
}

async function control(body: Uint8Array, query = '') {
  const response = await fetch(`${portal.running.origin}/control/upload${query}`, {
    method: 'POST',
    body: new Uint8Array(body),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}

const staticOrigin = () => portal.running.origin.replace('localhost', '127.0.0.1');

describe('the form', () => {
  test('makes the seeded application a ZIP application and opens it', async () => {
    const answer = await send('/devops/install/1/', {
      archive: plainZip,
      title: 'Desk',
      scopes: ['im', 'no'],
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/marketplace/app/1/');
    const folder = `${staticOrigin()}/static/${appCode}/2/`;
    expect(app()).toMatchObject({
      id: 1,
      title: 'Desk',
      scopes: ['im'],
      version: 2,
      opensBy: 'static',
      url: `${folder}index.html`,
      installUrl: null,
      installed: true,
    });
  });

  test('adds another application under the next number, and nowhere else', async () => {
    expect((await send('/devops/install/2/', { archive: wizardZip })).status).toBe(303);
    expect(portal.world.apps.get('local.app2')).toMatchObject({ id: 2, version: 1, installed: false });
    expect((await send('/devops/install/9/', { archive: wizardZip })).status).toBe(404);
    expect((await fetch(`${portal.running.origin}/devops/install/9/`)).status).toBe(404);
  });

  test.each([
    ['no archive', {}, 'Choose a ZIP file.'],
    ['no ZIP', { archive: strToU8('PK is no ZIP') }, 'This is no ZIP file'],
    ['half a ZIP', { archive: plainZip.subarray(0, 40) }, 'This is no ZIP file'],
    ['no index.html at the root', { archive: zip('app/index.html') }, 'There is no index.html at the root'],
    ['a way out', { archive: zip('index.html', 'a/../../x.js') }, 'folder: a/../../x.js'],
    ['an absolute path', { archive: zip('index.html', '/etc/x.js') }, 'folder: /etc/x.js'],
    ['a drive', { archive: zip('index.html', 'C:x.js') }, 'folder: C:x.js'],
    ['other separators', { archive: zip('index.html', String.raw`..\x.js`) }, String.raw`folder: ..\x.js`],
    ['no title', { archive: plainZip, title: ' ' }, 'Enter a title.'],
  ])('says what is wrong next to the field: %s', async (_name, sent: Sent, words) => {
    const answer = await send('/devops/install/1/', sent);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain(words);
    expect(text).toContain('aria-invalid="true"');
    expect(app().version).toBe(1);
  });

  test('keeps what was typed', async () => {
    const text = await (await send('/devops/install/1/', { title: 'A "B"', scopes: ['im'] })).text();
    expect(text).toContain('value="A &quot;B&quot;"');
    expect(text.match(/\bchecked\b/g)).toHaveLength(1);
  });

  test('is for administrators and for the portal’s own pages', async () => {
    const sent = { archive: plainZip };
    expect((await send('/devops/install/1/', sent, { origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await send('/devops/install/1/', sent, { cookie: 'a=b' })).status).toBe(403);
    portal.world.switches.signedInUserId = 2;
    expect((await send('/devops/install/1/', sent)).status).toBe(403);
    expect((await send('/devops/install/1/delete/', {})).status).toBe(403);
    expect(app().version).toBe(1);
    const text = await page('/devops/install/1/');
    expect(text).toContain('Only administrators');
    expect(text).not.toContain('type="file"');
    expect(text).not.toContain('data-opens');
  });

  test('offers the scopes that are on offer, all ticked until a ZIP says otherwise', async () => {
    const ticked = async () =>
      [...(await page('/devops/install/1/')).matchAll(/value="(\w+)"\s+checked/g)].map((match) => match[1]);
    const all = ['task', 'tasks', 'im', 'imopenlines', 'crm', 'placement', 'user_brief', 'disk'];
    expect(await ticked()).toEqual(all);
    portal.world.switches.tasksScope = 'missing';
    expect(await ticked()).toEqual(all.filter((scope) => scope !== 'tasks'));
    await send('/devops/install/1/', { archive: plainZip, scopes: ['im', 'placement'] });
    expect(await ticked()).toEqual(['im', 'placement']);
  });
});

describe('a second upload', () => {
  test('has a folder of its own; rows, options and tokens stay, the installation begins anew', async () => {
    await control(plainZip);
    const old = `${staticOrigin()}/static/${appCode}/2/`;
    const token = issueToken(portal.world, { userId: 1, appCode });
    await portal.v2('placement.bind', { PLACEMENT: 'TASK_VIEW_SIDEBAR', HANDLER: `${old}index.html` });
    app().options = { key: 'value' };

    expect((await control(wizardZip)).answer).toEqual({
      code: appCode,
      version: 3,
      url: `${staticOrigin()}/static/${appCode}/3/`,
    });
    expect(app()).toMatchObject({ version: 3, installed: false, options: { key: 'value' } });
    portal.world.switches.zipUpdateKeepsInstalled = true;
    // It was not installed, so there is nothing to keep.
    await control(wizardZip);
    expect(app()).toMatchObject({ version: 4, installed: false });
    app().installed = true;
    await control(wizardZip);
    expect(app()).toMatchObject({ version: 5, installed: true });
    portal.world.switches.zipUpdateKeepsInstalled = false;
    await control(wizardZip);
    expect(app()).toMatchObject({ version: 6, installed: false });
    expect(portal.world.placements.map(({ handler }) => handler)).toEqual([
      'http://127.0.0.1:5173/index.html',
      `${old}index.html`,
    ]);
    expect(portal.world.tokens).toContainEqual(token);
    expect((await fetch(`${old}index.html`)).status).toBe(200);
  });
});

describe('deleting', () => {
  test('takes rows, tokens, options and folders along; the number is free again', async () => {
    await control(plainZip);
    issueToken(portal.world, { userId: 1, appCode });
    const answer = await send('/devops/install/1/delete/', {});
    expect(answer.headers.get('location')).toBe('/devops/');
    expect(portal.world.apps.size).toBe(0);
    expect(portal.world.placements).toEqual([]);
    expect(portal.world.tokens).toEqual([]);
    expect((await fetch(`${staticOrigin()}/static/${appCode}/2/`)).status).toBe(404);
    expect(await page('/devops/')).toContain('There is no application yet.');
    expect(await page('/devops/install/1/')).toContain('Add an application');

    await send('/devops/install/1/', { archive: plainZip });
    expect(app()).toMatchObject({ id: 1, version: 1, options: {} });
    expect(portal.world.placements).toEqual([]);
  });
});

describe('POST /control/upload', () => {
  test('takes title, scopes and code, else what the form begins with', async () => {
    const query = '?title=Other&scopes=im,task&code=local.other';
    expect((await control(wizardZip, query)).answer).toMatchObject({ code: 'local.other', version: 1 });
    expect(portal.world.apps.get('local.other')).toMatchObject({
      id: 2,
      title: 'Other',
      scopes: ['im', 'task'],
      installed: false,
      installUrl: `${staticOrigin()}/static/local.other/1/install.html`,
    });
    await control(plainZip, '?code=local.other');
    expect(portal.world.apps.get('local.other')).toMatchObject({ title: 'Other', scopes: ['im', 'task'] });
    await control(plainZip, '?scopes=');
    expect(app()).toMatchObject({ title: 'Chat Desk', scopes: [], version: 2 });
  });

  test('tells what is wrong', async () => {
    const refused = async (body: Uint8Array, query?: string) => {
      const { status, answer } = await control(body, query);
      expect(status).toBe(400);
      return answer;
    };
    expect(await refused(strToU8('no'))).toEqual({ error: 'archive: notZip' });
    expect(await refused(zip('index.html', '../x'))).toEqual({ error: 'archive: badPath: ../x' });
    expect(await refused(plainZip, '?code=../x')).toMatchObject({ error: expect.stringContaining('code: ') });
    expect(await refused(plainZip, '?name=x')).toMatchObject({ error: expect.stringContaining('name: ') });
    expect(app().version).toBe(1);
  });

  test('refuses what would fill the memory', async () => {
    const zeros = new Uint8Array(archiveLimits.unpacked / 2 + 1);
    const bomb = zipSync({ 'index.html': zeros, 'more.bin': zeros }, { level: 1 });
    expect(bomb.length).toBeLessThan(archiveLimits.packed);
    expect((await control(bomb)).answer).toEqual({ error: 'archive: tooLarge' });
    const crowd = zip(
      'index.html',
      ...Array.from({ length: archiveLimits.files }, (_, index) => `${index}.js`),
    );
    expect((await control(crowd)).answer).toEqual({ error: 'archive: tooLarge' });
  });

  test('a reset forgets it', async () => {
    await control(plainZip);
    await fetch(`${portal.running.origin}/control/reset`, { method: 'POST' });
    expect(app()).toMatchObject({ version: 1, opensBy: 'form' });
    expect((await fetch(`${staticOrigin()}/static/${appCode}/2/`)).status).toBe(404);
  });
});

describe('the static origin', () => {
  test('takes no POST, knows its own files only, and exists on its own host only', async () => {
    await control(zip('index.html', 'app.js', 'sub/index.html'));
    const base = `${staticOrigin()}/static/${appCode}/2/`;
    expect((await fetch(base)).headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await (await fetch(`${base}sub/?a=b`)).text()).toBe('sub/index.html');
    expect((await fetch(`${base}app.js`)).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await fetch(`${base}index.html`, { method: 'POST', body: 'a=b' })).status).toBe(405);
    expect((await fetch(base, { method: 'HEAD' })).headers.get('content-length')).toBe('10');
    for (const path of ['missing.js', 'sub', '..%2f..%2f..%2fetc%2fpasswd', '%']) {
      expect((await fetch(base + path)).status).toBe(404);
    }
    expect((await fetch(base.replace('127.0.0.1', 'localhost'))).status).toBe(404);
  });
});
