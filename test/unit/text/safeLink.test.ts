// Which addresses become links.
import { describe, expect, test } from 'vitest';
import { safeImage, safeLink } from '../../../src/text/safeLink.ts';

const portal = 'https://acme.bitrix24.com';

describe('links that lead where they say', () => {
  test.each([
    ['https://a.b/c?d=1&e=[2]#f', 'https://a.b/c?d=1&e=[2]#f'],
    ['HTTP://A.b', 'http://a.b/'],
    [' https://a.b/ ', 'https://a.b/'],
    ['mailto:ann@a.b?subject=Hi', 'mailto:ann@a.b?subject=Hi'],
    ['tel:+49170', 'tel:+49170'],
    ['/company/personal/user/1/', 'https://acme.bitrix24.com/company/personal/user/1/'],
    ['https://пример.рф/', 'https://xn--e1afmkfd.xn--p1ai/'],
  ])('%j', (written, href) => {
    expect(safeLink(written, portal)).toBe(href);
  });
});

describe('everything else stays text', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://a.b/1',
    'file:///etc/passwd',
    'ftp://a.b/',
    'about:blank',
    'view-source:https://a.b',
    'https:evil.example',
    'https:\\\\evil.example',
    'https://',
    'https:///evil.example',
    'https://user@a.b/',
    'https://bank.example:x@evil.example/',
    'https://a.b\\@evil.example/',
    '//evil.example/x',
    '/\\evil.example/x',
    '/\t/evil.example/x',
    '/x\u202Egnp.exe',
    'https://a.b/\u200bx',
    'www.a.b',
    'a.b/c',
    '',
    `https://a.b/${'x'.repeat(2048)}`,
  ])('%j', (written) => {
    expect(safeLink(written, portal)).toBeNull();
  });

  test('paths lead nowhere without a portal', () => {
    expect(safeLink('/x', '')).toBeNull();
    expect(safeLink('/x', 'null')).toBeNull();
  });
});

test('the page loads pictures over http only', () => {
  expect(safeImage('https://a.b/c.png', portal)).toBe('https://a.b/c.png');
  expect(safeImage('/upload/c.png', portal)).toBe('https://acme.bitrix24.com/upload/c.png');
  expect(safeImage('mailto:a@b.c', portal)).toBeNull();
  expect(safeImage('data:image/png;base64,AAAA', portal)).toBeNull();
});
