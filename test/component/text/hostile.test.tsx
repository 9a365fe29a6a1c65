// The hostile corpus as messages, names and titles in a real browser: nothing runs, nothing makes an element of its own.
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { BbText } from '../../../src/text/BbText.tsx';
import { Avatar } from '../../../src/ui/Avatar/Avatar.tsx';
import { EmptyState } from '../../../src/ui/EmptyState/EmptyState.tsx';
import { hostileTexts, whatRan } from './hostile.ts';

const elements = new Set([
  'DIV',
  'SPAN',
  'STRONG',
  'EM',
  'U',
  'S',
  'A',
  'BDI',
  'BLOCKQUOTE',
  'PRE',
  'CODE',
  'IMG',
  'TIME',
]);
const attributes = new Set(
  (
    'class dir style href title target rel src alt width height loading decoding referrerpolicy datetime ' +
    'data-own data-size'
  ).split(' '),
);
const href = /^(https?:\/\/[^/@\\]+(\/|$)|mailto:[^/]|tel:[+\d(])/;
const style = /^(font-size: (8|9|[12]\d|30)px;|--written-color: #[\da-f]{3,6};)$/i;

/** What is wrong with an element, in words; empty when nothing is. */
function faults(element: Element): string[] {
  const found = elements.has(element.tagName) ? [] : [`element ${element.tagName}`];
  for (const { name, value } of element.attributes) {
    if (!attributes.has(name)) found.push(`attribute ${name}`);
    if (name === 'href' && !href.test(value)) found.push(`href ${value}`);
    if (name === 'src' && !/^https?:\/\//.test(value)) found.push(`src ${value}`);
    if (name === 'style' && !style.test(value)) found.push(`style ${value}`);
  }
  if (element.tagName === 'A' && element.getAttribute('rel') !== 'noopener noreferrer') found.push('rel');
  if (element.tagName === 'A' && element.getAttribute('target') !== '_blank') found.push('target');
  if (element.tagName === 'A' && element.querySelector('a')) found.push('link in a link');
  return found;
}

afterEach(cleanup);

test('the corpus is large and has no text twice', () => {
  expect(new Set(hostileTexts).size).toBe(hostileTexts.length);
  expect(hostileTexts.length).toBeGreaterThan(60);
});

describe.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 70), text] as const))(
  '%s',
  (_, text) => {
    test('as a message', () => {
      const { container } = render(
        <BbText text={text} portalOrigin="https://portal.example" language="en" />,
      );
      expect([...container.querySelectorAll('*')].flatMap(faults)).toEqual([]);
      expect(whatRan()).toBeUndefined();
    });

    test('as a name and as a title', () => {
      const { container } = render(
        <>
          <BbText
            text="[user=5]x[/user]"
            portalOrigin="https://portal.example"
            language="en"
            nameOf={() => text}
          />
          <Avatar name={text} src={text} color={text} label={text} />
          <EmptyState title={text} />
        </>,
      );
      expect(
        container.querySelectorAll('script, img, svg, iframe, a, style, link, form, input'),
      ).toHaveLength(0);
      expect(container.querySelector('bdi')?.textContent).toBe(text);
      expect(container.querySelector('h2')?.textContent).toBe(text);
      expect(whatRan()).toBeUndefined();
    });
  },
);

test('the check itself sees what runs', async () => {
  const image = document.createElement('img');
  image.setAttribute('onerror', 'globalThis.hostileRan=1');
  expect(faults(image)).toEqual(['attribute onerror']);
  image.src = 'data:,';
  await waitFor(() => expect(whatRan()).toBe(1));
  Reflect.deleteProperty(globalThis, 'hostileRan');
});
