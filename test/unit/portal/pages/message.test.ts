/** Reading a frame's messages (PB 5.3). */
import { describe, expect, it } from 'vitest';
import { answerText, readCommand } from '../../../portal/pages/assets/message.js';

const sid = '0123456789abcdef0123456789abcdef';

describe('readCommand', () => {
  it('keeps the colons of a payload', () => {
    expect(readCommand(`openPath:{"path":"/a:b","x":{"y":1}}:cb1:${sid}`)).toEqual({
      name: 'openPath',
      params: { path: '/a:b', x: { y: 1 } },
      callback: 'cb1',
      appSid: sid,
    });
  });

  it('takes a payload that is left out or empty', () => {
    const expected = { name: 'getInitData', params: undefined, callback: 'cb', appSid: sid };
    expect(readCommand(`getInitData:cb:${sid}`)).toEqual(expected);
    expect(readCommand(`getInitData::cb:${sid}`)).toEqual(expected);
  });

  it('takes the object form, whose names may hold a colon', () => {
    const message = { method: 'im:setTextareaContent', params: { text: 'a' }, callback: 'cb', appSid: sid };
    expect(readCommand(message)).toEqual({
      name: 'im:setTextareaContent',
      params: { text: 'a' },
      callback: 'cb',
      appSid: sid,
    });
  });

  it('is silent on anything else', () => {
    for (const data of [
      null,
      7,
      '',
      'getInitData',
      `getInitData:${sid}`,
      `setTitle:{broken:cb:${sid}`,
      { method: 'x' },
    ]) {
      expect(readCommand(data)).toBeNull();
    }
  });
});

describe('answerText', () => {
  it('leaves the value out when there is none', () => {
    expect(answerText('cb', undefined)).toBe('cb:');
    expect(answerText('cb', null)).toBe('cb:null');
    expect(answerText('cb', { a: ':' })).toBe('cb:{"a":":"}');
  });
});
