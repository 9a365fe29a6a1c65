/** `npm start`: both servers, their two lines, until it is stopped. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let started: ChildProcess | undefined;

afterEach(() => started?.kill('SIGTERM'));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function start(environment: Record<string, string>): { output: () => string; ended: Promise<number | null> } {
  let output = '';
  const child = spawn(process.execPath, ['test/tools/start.mjs'], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  started = child;
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    output: () => output,
    ended: new Promise((resolve) => {
      child.on('exit', resolve);
    }),
  };
}

test('prints where portal and app are, serves both, takes a form POST, and stops when asked to', async () => {
  const [portal, app] = [await freePort(), await freePort()];
  const { output, ended } = start({ PORTAL_PORT: String(portal), APP_PORT: String(app) });
  await expect.poll(output, { timeout: 20_000 }).toContain(`App: http://127.0.0.1:${app}`);
  expect(output()).toContain(`Portal: http://localhost:${portal}`);
  expect(output()).toMatch(/by https: NODE_EXTRA_CA_CERTS=\S+\.pem/);
  for (const page of ['index.html', 'install.html', '']) {
    const posted = await fetch(`http://127.0.0.1:${app}/${page}?DOMAIN=x`, {
      method: 'POST',
      body: 'AUTH_ID=1',
    });
    expect([posted.status, await posted.text()]).toEqual([200, expect.stringContaining('<div id="root">')]);
  }
  const startPage = await (await fetch(`http://localhost:${portal}/`)).text();
  expect(startPage).toContain('/company/personal/user/1/tasks/task/view/51/');
  // The cards to try the CRM with; the smart process has no tab.
  for (const card of ['deal/details/10', 'contact/details/11', 'company/details/14', 'lead/details/13']) {
    expect(startPage).toMatch(new RegExp(`/crm/${card}/".+· Chat Desk`));
  }
  expect(startPage).toMatch(/type\/128\/details\/1\/".+Delivery 1</);
  started?.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('stops as well when it is npm that is asked', async () => {
  const [portal, app] = [await freePort(), await freePort()];
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, PORTAL_PORT: String(portal), APP_PORT: String(app) },
    shell: process.platform === 'win32',
  });
  started = child;
  const answers = () =>
    fetch(`http://127.0.0.1:${app}/`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(answers, { timeout: 20_000 }).toBe(true);
  child.kill('SIGTERM');
  await expect.poll(answers, { timeout: 10_000 }).toBe(false);
});

test('a port that is taken is named, with the way out', async () => {
  const [portal, app] = [await freePort(), await freePort()];
  const occupied = createServer();
  await new Promise<void>((resolve) => {
    occupied.listen(portal, '127.0.0.1', resolve);
  });
  const { output, ended } = start({ PORTAL_PORT: String(portal), APP_PORT: String(app) });
  expect(await ended).toBe(1);
  expect(output()).toContain(`Port ${portal}`);
  expect(output()).toContain('PORTAL_PORT=');
  occupied.close();
});
