// Names of files: harmless before they leave, and recognised as the portal gives them back.
import { describe, expect, test } from 'vitest';
import { harmlessName, isSameFile } from '../../../src/sending/fileName.ts';

describe('harmless', () => {
  test.each([
    ['an ordinary name', 'Отчёт (май) "1".pdf', 'Отчёт (май) "1".pdf'],
    ['a path', 'C:\\temp\\..\\a.txt', 'a.txt'],
    ['a way out', '../../etc/passwd', 'passwd'],
    ['nothing but a way out', '../..', 'file'],
    ['control characters', 'a\u0000b\r\nc\u0085.txt', 'abc.txt'],
    ['a name turned round: it ends as it says', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['what cannot be seen', 'a\u200b\u2066b\ufeff.txt', 'ab.txt'],
    ['half a character', 'a\ud83d.txt', 'a.txt'],
    ['a whole one', '🙂.txt', '🙂.txt'],
    ['spaces and dots round it', '  a.txt. . ', 'a.txt'],
    ['a hidden file', '.env', '.env'],
    ['nothing', ' ', 'file'],
  ])('%s', (_what, name, harmless) => {
    expect(harmlessName(name, 'file')).toBe(harmless);
  });

  test('a long one keeps its ending, and no character is cut in two', () => {
    const name = harmlessName(`${'🙂'.repeat(300)}.tar.gz`, 'file');
    expect(name).toBe(`${'🙂'.repeat(197)}.gz`);
    expect(harmlessName(`a.${'x'.repeat(300)}`, 'file').length).toBeLessThan(200);
  });
});

test.each([
  ['numbered by the portal', 'a.pdf', 'a (1).pdf', true],
  ['numbered again', 'a (1).pdf', 'a (1) (2).pdf', true],
  ['the ending in capitals', 'a.PDF', 'a.pdf', true],
  ['another name', 'a.pdf', 'b.pdf', false],
  ['another ending', 'a.pdf', 'a.txt', false],
  ['no ending', 'a', 'a.a', false],
])('the same file: %s', (_what, name, readBack, isSame) => {
  expect(isSameFile({ name, size: 5 }, { name: readBack, size: 5 })).toBe(isSame);
  expect(isSameFile({ name, size: 5 }, { name: readBack, size: 6 })).toBe(false);
});
