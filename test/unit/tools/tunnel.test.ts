// The public address of the dev server, and what the person must enter in the portal.
import { expect, test } from 'vitest';
import { instructionsFor, parseTunnel, serverBehind } from '../../tools/tunnel.ts';

test('a tunnel: its host is let in, hot reload leads back through it', () => {
  expect(serverBehind(parseTunnel('https://desk.example.com/'))).toEqual({
    allowedHosts: ['desk.example.com'],
    hmr: { protocol: 'wss', host: 'desk.example.com', clientPort: 443 },
  });
  expect(serverBehind(parseTunnel('https://desk.example.com:8443')).hmr).toMatchObject({ clientPort: 8443 });
});

test('what to enter in the portal', () => {
  const text = instructionsFor(parseTunnel(' https://desk.example.com '));
  expect(text).toMatch(/handler path: +https:\/\/desk\.example\.com\/index\.html$/m);
  expect(text).toMatch(/installation path: +https:\/\/desk\.example\.com\/install\.html$/m);
});

test.each([
  'http://desk.example.com',
  'desk.example.com',
  'https://desk.example.com/app',
  'https://a.example/?b',
])('%s is refused', (address) => {
  expect(() => parseTunnel(address)).toThrow('https://desk.example.com');
});
