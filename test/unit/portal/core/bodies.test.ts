/** Query, form, JSON and the rest: PB 1.3. */
import { describe, expect, test } from 'vitest';
import { parseForm } from '../../../portal/http/phpForm.ts';
import { toPhpJson } from '../../../portal/http/json.ts';
import { hook, hookV3, createBench } from './support.ts';

const bench = createBench();

async function echoed(path: string, init: RequestInit): Promise<unknown> {
  const { text } = await bench.call(path, { method: 'POST', ...init });
  const { result }: { result: { params: unknown } } = JSON.parse(text);
  return result.params;
}

const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const asJson = { 'content-type': 'application/json; charset=utf-8' };

describe('form text as PHP reads it', () => {
  test.each([
    ['a=1&a=2', { a: '2' }],
    ['a', { a: '' }],
    ['a[]=x&a[]=y', { a: ['x', 'y'] }],
    ['a%5B%5D=x&a%5B%5D=y', { a: ['x', 'y'] }],
    ['a[0]=x&a[1]=y', { a: ['x', 'y'] }],
    ['a[1]=x&a[3]=y', { a: { 1: 'x', 3: 'y' } }],
    ['a[b][c]=1&a[b][d][]=2', { a: { b: { c: '1', d: ['2'] } } }],
    ['t=a+b%20c%2B&u=%D0%B6', { t: 'a b c+', u: 'ж' }],
    ['q=%24result%5Ba%5D%5Bb%5D', { q: '$result[a][b]' }],
    ['', {}],
  ])('%s', (text, params) => {
    expect(parseForm(text)).toEqual(params);
  });

  test('60 rows stay a list, and eight levels stay eight levels', () => {
    const rows = Array.from({ length: 60 }, (_, index) => `a[${index}]=${index}`).join('&');
    expect(parseForm(rows)).toEqual({ a: Array.from({ length: 60 }, (_, index) => String(index)) });
    expect(parseForm('a[b][c][d][e][f][g][h]=1')).toEqual({
      a: { b: { c: { d: { e: { f: { g: { h: '1' } } } } } } },
    });
  });

  test('a hostile key changes no prototype', () => {
    parseForm('__proto__[hostile]=1&a[__proto__][hostile]=1&constructor[prototype][hostile]=1');
    expect(Object.hasOwn(Object.prototype, 'hostile')).toBe(false);
  });
});

describe('request bodies of v2', () => {
  test('the body wins over the query', async () => {
    expect(await echoed(`${hook}/test.echo?a=query&b=query`, { headers: asForm, body: 'a=body' })).toEqual({
      a: 'body',
      b: 'query',
    });
  });

  test('JSON by its content type, with real types', async () => {
    expect(await echoed(`${hook}/test.echo`, { headers: asJson, body: '{"a":1,"b":[true,null]}' })).toEqual({
      a: 1,
      b: [true, null],
    });
    const other = { 'content-type': 'application/vnd.api+json' };
    expect(await echoed(`${hook}/test.echo`, { headers: other, body: '{"a":1}' })).toEqual({ a: 1 });
  });

  test('multipart text fields', async () => {
    const body = new FormData();
    body.set('a[b]', 'c & d');
    expect(await echoed(`${hook}/test.echo`, { body })).toEqual({ a: { b: 'c & d' } });
  });

  test('without a known type the body is read as a query string', async () => {
    expect(
      await echoed(`${hook}/test.echo`, { headers: { 'content-type': 'text/plain' }, body: 'a=1' }),
    ).toEqual({ a: '1' });
  });

  test.each([
    ['JSON sent as text is lost', 'text/plain', (token: string) => JSON.stringify({ auth: token })],
    ['broken JSON is ignored', 'application/json', (token: string) => `{"auth":"${token}"`],
    [
      'half a surrogate pair breaks JSON',
      'application/json',
      (token: string) => `{"auth":"${token}","t":"\\ud800"}`,
    ],
  ])('%s: nobody is recognised', async (_name, type, body) => {
    const answer = await bench.call('/rest/test.echo', {
      method: 'POST',
      headers: { 'content-type': type },
      body: body(bench.token()),
    });
    expect(answer.status).toBe(401);
    expect(answer.json()).toMatchObject({ error: 'NO_AUTH_FOUND' });
  });
});

describe('request bodies of v3', () => {
  test.each([
    ['a form', asForm, 'id=4'],
    ['broken JSON', asJson, '{"id":'],
    ['a JSON scalar', asJson, '4'],
  ])('%s is refused', async (_name, headers, body) => {
    const answer = await bench.call(`${hookV3}/tasks.test.get?id=4`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ error: { code: 'BITRIX_REST_V3_EXCEPTION_INVALIDJSONEXCEPTION' } });
  });

  test.each(['GET', 'POST'])('%s without a body is a request without arguments', async (method) => {
    const answer = await bench.call(`${hookV3}/tasks.test.get?id=4`, { method });
    expect(answer.json()).toMatchObject({ result: { item: { id: 5, params: [] } } });
  });

  test('arguments in the URL are not read', async () => {
    const answer = await bench.post(`${hookV3}/tasks.test.get?id=4`, { x: 1 });
    expect(answer.json()).toMatchObject({ result: { item: { id: 5, params: { x: 1 } } } });
  });
});

test('a lone surrogate leaves as the replacement character', () => {
  expect(toPhpJson({ t: '\ud800 \\ud800' })).toBe(String.raw`{"t":"` + '\u{FFFD}' + String.raw` \\ud800"}`);
});
