/**
 * Task 56 with chat 64: everything a stranger may write, made to break out. Each attack that works sets
 * `window.hostileRan` or adds an element with the class `hostile`; a test looks for both.
 */
import { portalDate } from '../clock.ts';
import { readBack } from '../messages.ts';
import type { WorldDraft } from './draft.ts';
import { addTask, daysAgo, minutesAgo, say } from './draft.ts';
import { addPng } from './files.ts';

const chat = 64;
const attacker = 11;

const run = 'window.hostileRan=1';

const texts = [
  `<script>${run}</script>`,
  `</script><script>${run}</script>`,
  `<img class=hostile src=x onerror="${run}">`,
  `<svg class=hostile onload=${run}><a xlink:href="javascript:${run}">x</a></svg>`,
  `"><b class=hostile onmouseover='${run}'>quote</b>`,
  `' autofocus onfocus=${run} x='`,
  `&lt;img class=hostile src=x onerror=${run}&gt;`,
  `&#60;iframe class=hostile srcdoc="&lt;script&gt;${run}&lt;/script&gt;"&#62;`,
  `[URL=javascript:${run}]press me[/URL]`,
  `[URL=JaVaScRiPt&#58;${run}]press me[/URL]`,
  `[URL= \u0001java\tscript:${run}]press me[/URL]`,
  `[URL=data:text/html,<script>${run}</script>]press me[/URL]`,
  `[URL=vbscript:${run}]press me[/URL] [URL=file:///etc/passwd]a file[/URL] [URL=blob:http://localhost/x]a blob[/URL]`,
  `[URL=//evil.example.com/\\@northwind.example.com]https://northwind.example.com[/URL]`,
  `[URL="https://x.example.com/" onclick="${run}"]press me[/URL]`,
  `[URL]https://x.example.com/"onmouseover="${run}[/URL]`,
  `https://x.example.com/?q=<script>${run}</script>&r="'`,
  `[USER=2]<img class=hostile src=x onerror=${run}>[/USER] [USER=2" onclick="${run}]Marta[/USER] [USER=99999999999999999999]nobody[/USER]`,
  `[IMG]javascript:${run}[/IMG] [IMG]https://x.example.com/a.png" onerror="${run}[/IMG]`,
  `[COLOR=red;background:url(javascript:${run})]colour[/COLOR] [SIZE=9999999]size[/SIZE] [FONT=x" style="position:fixed;inset:0]font[/FONT]`,
  `[CODE]</code></pre><script>${run}</script>[/CODE]`,
  `[SEND=javascript:${run}]send[/SEND] [PUT=<script>${run}</script>]put[/PUT] [CALL=javascript:${run}]call[/CALL] [CHAT=javascript:${run}]chat[/CHAT]`,
  `[ICON=javascript:${run} size=99999 title="x" onload="${run}"] [DISK=301] [RATING=5]`,
  `[B][I][U][S][QUOTE][CODE][URL=https://x.example.com]never closed`,
  `[/B][/URL][/USER][/CODE] only closed`,
  `${'[B]'.repeat(300)}deep${'[/B]'.repeat(300)}`,
  `\u202Etxt.exe\u202C right-to-left override, zero\u200Bwidth, byte order \uFEFFmark, \u0007bell`,
  `Z${'\u0300'.repeat(200)}algo`,
  'a'.repeat(3000),
  '{{constructor.constructor("window.hostileRan=1")()}} ${window.hostileRan=1} <%= hostileRan %>',
  '$result[task][task][chatId] $(touch /tmp/x) `id` ; DROP TABLE b_im_message; --',
  '{"__proto__":{"hostile":1},"constructor":{"prototype":{"hostile":1}}}',
  '------------------------------------------------------\n<b class=hostile>Anna Keller</b> [1.1.2026]\n<script>window.hostileRan=1</script>\n------------------------------------------------------',
  '>>http://x.example.com/"><img class=hostile src=x onerror=window.hostileRan=1>\n/me <b class=hostile>bold</b>',
];

/** The corpus, for tests that render it elsewhere too. */
export const hostileTexts: readonly string[] = texts;

export function seedHostile(draft: WorldDraft): void {
  draft.world.users.set(attacker, {
    id: attacker,
    firstName: `<img class=hostile src=x onerror="${run}">`,
    lastName: `[URL=javascript:${run}]Bobby[/URL]"'`,
    position: `</script><script>${run}</script>`,
    email: `"><script>${run}</script>@example.com`,
    gender: 'M',
    color: `red;background:url(javascript:${run})`,
    isAdmin: false,
    isActive: true,
    timeZone: 'Europe/Berlin',
  });
  addTask(
    draft,
    {
      id: 56,
      title: `<script>${run}</script>"'><img class=hostile src=x onerror=${run}> [URL=javascript:${run}]title[/URL] &lt;b&gt; &amp;amp;`,
      description: `</textarea><script>${run}</script>`,
      chatId: chat,
      responsibleId: attacker,
      accompliceIds: [2],
    },
    { color: `"><script>${run}</script>` },
  );
  for (const [index, text] of texts.entries()) {
    say(draft, chat, attacker, daysAgo(draft, 1, '12:00') + index * 60_000, text);
  }
  // What the portal's text rules blunt, once more as a notice of the portal: those are kept as they are.
  const blunted = texts.filter((text) => readBack(draft.world, attacker, text) !== text);
  for (const [index, text] of blunted.entries()) {
    say(draft, chat, 0, daysAgo(draft, 1, '14:00') + index * 60_000, text);
  }
  say(
    draft,
    chat,
    0,
    daysAgo(draft, 1, '13:30'),
    `[USER=11 REPLACE]<img class=hostile src=x onerror=${run}>[/USER] renamed the chat to <script>${run}</script>`,
    { CODE: ['CHAT_RENAME'] },
  );
  fileAndAttach(draft);
  say(draft, chat, 2, minutesAgo(draft, 40), 'What is all this? Nothing of it should run.');
}

function fileAndAttach(draft: WorldDraft): void {
  const name = `"><img class=hostile src=x onerror=${run}>..\\..\\/etc/\u202Egnp.exe\r\nX-Evil: 1.png`;
  const at = daysAgo(draft, 1, '13:40');
  const file = addPng(draft, { chatId: chat, authorId: attacker, name, at }, 40, 30);
  say(draft, chat, attacker, at, '', { FILE_ID: [file, 999_999] });
  say(draft, chat, attacker, at + 60_000, 'An attachment', {
    ATTACH: [
      {
        ID: `"><script>${run}</script>`,
        COLOR: `red" onload="${run}`,
        DESCRIPTION: `<script>${run}</script>`,
        BLOCKS: [
          {
            LINK: [
              {
                NAME: `<script>${run}</script>`,
                DESC: portalDate(at),
                LINK: `javascript:${run}`,
                PREVIEW: `javascript:${run}`,
              },
            ],
          },
          { IMAGE: [{ LINK: `data:text/html,<script>${run}</script>`, NAME: `" onerror="${run}` }] },
          { MESSAGE: `[URL=javascript:${run}]press me[/URL]<script>${run}</script>` },
          { UNKNOWN: { '<script>': run } },
        ],
      },
    ],
    KEYBOARD: [{ TEXT: `<script>${run}</script>`, LINK: `javascript:${run}`, TYPE: 'BUTTON' }],
    LIKE: [attacker, 'x', -1],
  });
}
