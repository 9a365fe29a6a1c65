/** In the chat of task 51, yesterday evening: attachments of every documented kind, a keyboard, params of other parts. */
import type { WorldDraft } from './draft.ts';
import { daysAgo, say } from './draft.ts';

const chat = 58;
const marta = 2;
const tomas = 4;

export function seedBlocks(draft: WorldDraft): void {
  const at = (time: string) => daysAgo(draft, 1, time);
  say(draft, chat, tomas, at('18:10'), 'The report of the test run', {
    ATTACH: [{ ID: '1', COLOR: '#29619b', COLOR_TOKEN: 'primary', DESCRIPTION: 'Test run', BLOCKS: blocks }],
  });
  say(draft, chat, tomas, at('18:20'), 'Shall I deploy it tonight?', { KEYBOARD: keyboard });
  // Params that the list of `im.dialog.messages.get` lets through, of parts of the portal that are not chat.
  say(draft, chat, marta, at('18:40'), 'A call took place', {
    COMPONENT_ID: 'CallMessage',
    COMPONENT_PARAMS: { MESSAGE_TYPE: 'FINISH', CALL_ID: 77, MESSAGE_TEXT: 'The call is over' },
    CALL_ID: 77,
    // And one that no portal knows yet: with the switch `unlistedParams` only.
    FUTURE_PARAM: ['something new'],
  });
}

/** RF 3.4, each kind once, of GRID each way of showing. RICH_LINK is named there without its fields. */
const blocks = [
  { USER: [{ NAME: 'Build robot', LINK: 'https://ci.northwind.example.com/', AVATAR_TYPE: 'BOT' }] },
  { MESSAGE: '[B]214[/B] of 216 tests passed, see [URL=https://ci.northwind.example.com/42]run 42[/URL]' },
  { DELIMITER: { SIZE: 200, COLOR: '#c6c6c6' } },
  {
    LINK: [
      {
        NAME: 'Coverage',
        DESC: 'Lines and branches',
        LINK: 'https://ci.northwind.example.com/42/coverage',
        PREVIEW: '/bitrix/images/coverage.png',
        WIDTH: 320,
        HEIGHT: 200,
      },
    ],
  },
  {
    RICH_LINK: [{ NAME: 'Release notes', DESC: 'What is new', LINK: 'https://northwind.example.com/notes' }],
  },
  { IMAGE: [{ NAME: 'Chart', LINK: '/bitrix/images/chart.png', WIDTH: 640, HEIGHT: 400 }] },
  { FILE: [{ NAME: 'run-42.log', LINK: 'https://ci.northwind.example.com/42/log', SIZE: 48_213 }] },
  { GRID: [{ DISPLAY: 'BLOCK', NAME: 'Slowest test', VALUE: 'search in the whole shop', WIDTH: 250 }] },
  {
    GRID: [
      { DISPLAY: 'LINE', NAME: 'Branch', VALUE: 'redesign' },
      { DISPLAY: 'LINE', NAME: 'Commit', VALUE: '4f1c2ab', COLOR: '#ff0000' },
    ],
  },
  {
    GRID: [
      { DISPLAY: 'ROW', NAME: 'Duration', VALUE: '4 min 12 s' },
      { DISPLAY: 'ROW', NAME: 'Started by', VALUE: '[USER=4]Tomás Rivera[/USER]', USER_ID: 4 },
    ],
  },
  {
    GRID: [
      { DISPLAY: 'TABLE', NAME: 'Browser', VALUE: 'Failed' },
      { DISPLAY: 'TABLE', NAME: 'Firefox', VALUE: '2', COLOR_TOKEN: 'alert' },
      { DISPLAY: 'TABLE', NAME: 'Safari', VALUE: '0' },
    ],
  },
];

/** RF 3.5 */
const keyboard = [
  { TEXT: 'Open the build', LINK: 'https://ci.northwind.example.com/42', BG_COLOR_TOKEN: 'primary' },
  { TEXT: 'Deploy', COMMAND: 'deploy', COMMAND_PARAMS: '42', BOT_ID: 5, DISPLAY: 'LINE', BLOCK: 'Y' },
  { TYPE: 'NEWLINE' },
  { TEXT: 'Answer “yes”', ACTION: 'SEND', ACTION_VALUE: 'Yes, tonight', DISPLAY: 'LINE' },
  { TEXT: 'Copy the number', ACTION: 'COPY', ACTION_VALUE: '42', DISPLAY: 'LINE' },
  { TEXT: 'Not on Fridays', LINK: '/company/', DISABLED: 'Y' },
];
