/** Texts drawn from pieces that the portal rewrites (PB 4.5), and the portal that rewrites them. */
import fc from 'fast-check';
import { asReadBack } from '../../portal/text/incoming.ts';

const names = new Map([
  [1, 'Anna Keller'],
  [3, 'Елена Соколова'],
  [9, "O'Brien [guest]"],
]);

/** What the portal makes of a text; nobody but three people is known to it. */
export const readBack = (typed: string) => asReadBack(typed, { nameOf: (id) => names.get(id) });

/** Each is a whole piece, as people and programs write them. */
const pieces = [
  'Hello',
  'привет',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\u00a0',
  '\u3000',
  '🙂',
  '👩‍👩‍👧‍👦',
  '.',
  ',',
  '!',
  '(',
  ')',
  '"',
  "'",
  '{x}',
  '<b>',
  '<br>',
  '<br />',
  '[br]',
  '[BR]',
  '#BR#',
  '&',
  ';',
  '&lt;',
  '&gt;',
  '&quot;',
  '&amp;',
  '&amp;lt;',
  '&amp;amp;quot;',
  ' &nbsp;',
  '&#39;',
  ' &#91;b&#93; ',
  '&#124;',
  '&#036;',
  '&#169;',
  '&#174;',
  '&#153;',
  '(c)',
  '(C)',
  '©',
  'https://x.y/z',
  'https://x.y/?a=1&b=2#c',
  'https://x.y/?a=1&amp;b=2',
  "https://x.y/it's",
  'http://a.b',
  'HTTP://A.B',
  'https://ja.example/страница',
  'ftp://a.b',
  'mailto:a@b.c',
  'www.x.y',
  'WWW.X.Y/z,',
  '«https://x.y»',
  '(www.x.y)',
  '[url]https://x.y[/url]',
  '[URL] www.x.y [/URL]',
  '[url=https://x.y]here[/url]',
  '[url=www.x.y]here[/url]',
  '[url=http://www.x.y]www.x.y[/url]',
  '[url = https://x.y ] here [/url]',
  '[url=https://x.y][/url]',
  '[url=https://x.y/[1]]one[/url]',
  "[url=/it's]relative[/url]",
  '[url=javascript:alert(1)]x[/url]',
  '[/url]',
  '[user=1]Anna[/user]',
  '[USER=1 REPLACE]Anna Keller[/USER]',
  '[USER=3][/USER]',
  '[user=9]Pat[/user]',
  '[user=77]Somebody unknown[/user]',
  '[user=x]nobody[/user]',
  '[/user]',
  '[disk=5]',
  '[DISK=7]',
  '[disk=n5]',
  '[b]bold[/b]',
  '[code]a && b[/code]',
  '[CODE]\n<br>[br]&lt;\u00a0 https://x.y [user=1]A[/user] [disk=5]\n[/CODE]',
  '[put]#BR# &amp;[/put]',
  '[send=/go]www.x.y[/send]',
  '>>quoted\n',
  '------------------------------------------------------\n',
];

export const hurtfulText = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string() }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

/** Parts of pieces: put together they are tags within tags, tags that nobody closes, entities that come apart. */
const shards = [
  '[url] [url= ] [/url] [/URL] [ [b] [/b] [1] %5B %5d %27',
  "' [user=1] [user=1 [user=9] [user=77] [/user] Anna [/us er]",
  '[disk=5] [di sk=5] [br] [BR] [br #BR# #br # <br <br/> >',
  '[code] [/code] [put] [/put] [send=1] [/send]',
  '& &amp; amp; lt; &lt; &gt; &quot; &#33; &#39; &nbsp; ;',
  'https:// http:// HTTPS:// www. x x.y /z ?a=1 java script: javascript: = @',
  '( ) « » “ ” ‘ ’ " { } . , ! ? - * © ™ (c) &#169;',
]
  .flatMap((line) => line.split(' '))
  .concat(['[url = ', '[USER=3 REPLACE]', '<br />', ' ', '\n', '\r', '\r\n', '\u00a0', '\u3000'])
  .concat(['🙂', '👩\u200d👧', '\u200d', '\ud83d', '\ude42', '\0']);

export const brokenText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...shards) },
      { weight: 2, arbitrary: fc.constantFrom(...pieces) },
    ),
    { minLength: 1, maxLength: 24 },
  )
  .map((parts) => parts.join(''))
  // What is known to fail, see `normalForm.ts`. Brackets written as entities close the address of a link too early; in `hurtfulText` they come without tags.
  .filter((text) => !isTagInBareLink(text) && !text.includes('&#9') && text.split('[user=77').length < 3);

/** `[url]` around other tags: the portal writes them into an address as they are, and nothing tells where it ends. */
function isTagInBareLink(text: string): boolean {
  const withoutDisk = text.replace(/\[disk=\d+\]/gi, '');
  return Array.from(withoutDisk.matchAll(/\[url\](.*?)\[\/url\]/gis)).some(([, inside = '']) =>
    inside.includes('['),
  );
}
