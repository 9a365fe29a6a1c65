// Texts that try to run, to make elements or to lead astray. To be rendered as messages, names and titles.
// Whatever runs sets `globalThis.hostileRan`.

const run = 'globalThis.hostileRan=1';
const far = 'https://evil.example';

const scripts = [
  `<script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<svg onload="${run}">`,
  `<svg><script>${run}</script></svg>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<body onload=${run}>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run}>`,
  `<details open ontoggle=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<a href="javascript:${run}">x</a>`,
  `<template><script>${run}</script></template>`,
  `<!--><img src=x onerror=${run}>-->`,
  `"><img src=x onerror=${run}>`,
  `' autofocus onfocus=${run} x='`,
  `\`\${${run}}\``,
  `{{constructor.constructor('${run}')()}}`,
  `<style>@import '${far}';*{background:url(${far})}</style>`,
  `<link rel=stylesheet href=${far}>`,
  `<meta http-equiv=refresh content="0;url=${far}">`,
  `<base href=${far}>`,
  `<form action=${far}><button>x</button></form>`,
  `<input onfocus=${run} autofocus>`,
  `<object data="javascript:${run}"></object>`,
];

const entities = [
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&#60;img src=x onerror=${run}&#62;`,
  `&#x3c;svg onload=${run}&#x3e;`,
  `[url=&#106;avascript:${run}]x[/url]`,
  `[url]java&Tab;script:${run}[/url]`,
];

const addresses = [
  `[url=javascript:${run}]x[/url]`,
  `[url]javascript:${run}[/url]`,
  `[url=JaVaScRiPt:${run}]x[/url]`,
  `[url= javascript:${run}]x[/url]`,
  `[url=java\tscript:${run}]x[/url]`,
  `[url=java\nscript:${run}]x[/url]`,
  `[url=\u0000javascript:${run}]x[/url]`,
  `[url=\u0001javascript:${run}]x[/url]`,
  `[url=javascript\u200b:${run}]x[/url]`,
  `[url=data:text/html,<script>${run}</script>]x[/url]`,
  `[url=data:text/html;base64,PHNjcmlwdD4xPC9zY3JpcHQ+]x[/url]`,
  `[url=vbscript:${run}]x[/url]`,
  `[url=blob:${far}/1]x[/url]`,
  `[url=file:///etc/passwd]x[/url]`,
  `[url=//evil.example]x[/url]`,
  `[url=/\\evil.example]x[/url]`,
  `[url=\\\\evil.example]x[/url]`,
  `[url=https:evil.example]x[/url]`,
  `[url=https://portal.example@evil.example/]x[/url]`,
  `[url=https://portal.example:pass@evil.example/]x[/url]`,
  `[url=https://portal.example\\@evil.example/]x[/url]`,
  `[url=${far}" onclick="${run}]x[/url]`,
  `[url=${far}' onmouseover='${run}]x[/url]`,
  `[url=${far}><script>${run}</script>]x[/url]`,
  `[url="javascript:${run}"]x[/url]`,
  `[url=${far}/\u202Egnp.exe]x[/url]`,
  `[url=${far}][url=javascript:${run}]x[/url][/url]`,
];

const codes = [
  `[img size=small]javascript:${run} [/img]`,
  `[img size=small]data:image/svg+xml,<svg/onload=${run}> [/img]`,
  `[img size=small]https://a.invalid/x"onerror="${run} [/img]`,
  `[img size=large onerror=${run}]https://a.invalid/x.png [/img]`,
  `[img size=medium]https://u:p@a.invalid/x.png [/img]`,
  `[icon=javascript:${run} title=x]`,
  `[icon=https://a.invalid/i.png size=20 title=" onerror="${run}]`,
  `[icon=https://a.invalid/i.png onload=${run} size=99999]`,
  `[color=#fff;background:url(javascript:${run})]x[/color]`,
  `[color=expression(${run})]x[/color]`,
  `[color=red" onclick="${run}]x[/color]`,
  `[size=20;position:fixed]x[/size]`,
  `[size=9999999999]x[/size]`,
  `[user=5" onclick="${run}]x[/user]`,
  `[user=5]<img src=x onerror=${run}>[/user]`,
  `[user=-1]x[/user]`,
  `[call=javascript:${run}]x[/call]`,
  `[call]javascript:${run}[/call]`,
  `[send=<script>${run}</script>]<b>x</b>[/send]`,
  `[put=javascript:${run}][url=javascript:${run}]x[/url][/put]`,
  `[context=chat1/1" onclick="${run}]x[/context]`,
  `[chat=5<script>]x[/chat]`,
  `[timestamp=999999999999 format=SHORT_TIME_FORMAT]`,
  `[timestamp=-1 format=<script>]`,
  `[disk=5 onclick=${run}]`,
  `[code]<script>${run}</script>[/code]`,
  `[code][url=javascript:${run}]x[/url]`,
  `[script]${run}[/script]`,
  `[iframe]${far}[/iframe]`,
  `[html]<b onclick=${run}>[/html]`,
  `[video]${far}[/video]`,
  `------\n<img src=x onerror=${run}> [today, 12:00]\n<script>${run}</script>\n------`,
  `>>[url=javascript:${run}]x[/url]`,
  `[b][url=javascript:${run}][i]x[/b][/url][/i]`,
];

const names = [
  '[__proto__]x[/__proto__]',
  '[constructor]x[/constructor]',
  '[toString]x[/toString]',
  '[hasOwnProperty=1]x[/hasOwnProperty]',
  '[url=__proto__]x[/url]',
  '[timestamp=1 format=__PROTO__]',
  '[timestamp=1 format=CONSTRUCTOR]',
  '__proto__',
  'constructor',
];

const unicode = [
  'pay \u202Eslaf\u202C now',
  '\u2066\u2067\u2068 never closed',
  '\u202E'.repeat(50),
  'a\u0000b\u0008c\u001bd',
  '\ud800 alone \udfff',
  'Z\u0351\u034a\u0342\u0361\u0363a\u0353lgo'.repeat(20),
  '\u2028\u2029\ufeff\u200b\u200d',
  '＜script＞globalThis.hostileRan=1＜/script＞',
  'ſcript <ſcript>',
];

const nesting = [
  '[b]'.repeat(3000),
  '[/b]'.repeat(3000),
  `${'[b]'.repeat(500)}x${'[/b]'.repeat(500)}`,
  `${'[url=/x]'.repeat(200)}x${'[/url]'.repeat(200)}`,
  '['.repeat(3000),
  '[url='.repeat(1000),
  '>>'.repeat(500),
  `${'>>'.repeat(20)}x\n`.repeat(20),
  '------\n'.repeat(301),
  '[code]'.repeat(500),
  `${'[quote]'.repeat(300)}x`,
  '[b][i]'.repeat(300) + '[/b][/i]'.repeat(300),
];

/** About 120 hostile texts: HTML, entities, addresses, BB codes, prototype names, Unicode and nesting. */
export const hostileTexts: readonly string[] = [
  ...scripts,
  ...entities,
  ...addresses,
  ...codes,
  ...names,
  ...unicode,
  ...nesting,
];

/** The value that a text of the corpus sets when it runs; undefined as long as nothing did. */
export function whatRan(): unknown {
  return Reflect.get(globalThis, 'hostileRan');
}
