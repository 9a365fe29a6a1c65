/** The escaping of the portal's own pages. */
import { expect, it } from 'vitest';
import { html } from '../../../portal/pages/html.ts';

it('escapes what is put in, in text and in attributes', () => {
  const hostile = `"><img src=x onerror='alert(1)'>&`;
  expect(html`<a title="${hostile}">${hostile}</a>`.markup).toBe(
    '<a title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;">' +
      '&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;</a>',
  );
});

it('keeps its own markup and joins lists', () => {
  const items = ['<a>', 'b'].map((item) => html`<i>${item}</i>`);
  expect(html`${items}${html`<b>c</b>`}`.markup).toBe('<i>&lt;a&gt;</i><i>b</i><b>c</b>');
});

it('writes nothing for what is not there', () => {
  expect(html`a${false}${null}${undefined}${''}${0}`.markup).toBe('a0');
});
