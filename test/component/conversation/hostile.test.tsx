// The hostile corpus in every place a stranger's text can reach: message, author, file, address, words of the portal.
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Composer } from '../../../src/conversation/composer/Composer.tsx';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import { countCodePoints } from '../../../src/text/count.ts';
import { hostileTexts, whatRan } from '../text/hostile.ts';
import { file, item, listProps, marta, me, message, timeline } from './sample.ts';

afterEach(cleanup);

const ours = new Set(
  (
    'DIV SPAN P ARTICLE BDI TIME OUTPUT STRONG EM U S A IMG SVG PATH CIRCLE UL LI HR BUTTON BLOCKQUOTE PRE CODE ' +
    'FORM TEXTAREA G'
  ).split(' '),
);

describe.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 60), text] as const))(
  '%s',
  (_, text) => {
    test('everywhere at once', async () => {
      render(<Everything text={text} />);
      for (const element of document.body.querySelectorAll('div *')) {
        expect(ours).toContain(element.tagName.toUpperCase());
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on/i);
      }
      for (const link of document.body.querySelectorAll('a')) {
        expect(link.getAttribute('href')).toMatch(/^(https?:\/\/|mailto:|tel:)/);
        expect(link.rel).toBe('noopener noreferrer');
        expect(link.target).toBe('_blank');
      }
      for (const picture of document.body.querySelectorAll('img'))
        expect(picture.src).toMatch(/^https?:\/\//);
      // Names of people and files are text, whole and as they are.
      const author = screen.getAllByText((_content, element) => element?.tagName === 'BDI');
      expect(author[0]?.textContent).toBe(text.trim() || 'Unknown person');
      expect(await whatRan()).toBeUndefined();
    });
  },
);

function Everything({ text }: { text: string }) {
  const problem = { kind: 'refused', code: text, portalText: text } as const;
  const people = new Map([[marta, { id: marta, name: text, color: null, avatarUrl: text }]]);
  const files = new Map([
    [7, file(7, { name: text, url: text })],
    [8, file(8, { name: text, url: text, previewUrl: text, kind: 'image' })],
  ]);
  const all = [
    message(1, { text, fileIds: [7, 8] }),
    message(2, { text, authorId: 0 }),
    message(3, { text, authorId: me }),
  ];
  const items = [
    item('a', { text }),
    item('b', { text, state: 'refused', problem }),
    item('c', { text, state: 'refused', problem: { ...problem, kind: 'scope', scope: text } }),
    item('d', { text, state: 'refused', problem: { ...problem, kind: 'denied' } }),
  ];
  const nothing = () => undefined;
  return (
    <>
      <MessageList {...listProps({ timeline: timeline(all, { people, files }), items })} />
      <Composer value={text} onChange={nothing} onSend={nothing} limit={5} countOf={countCodePoints} />
    </>
  );
}
