/**
 * What the portal makes of a text, all of it: a message is recognised (`normalForm.ts`) and measured (`growth.ts`) by
 * these rows and nothing else. What is new in PB 4.5 becomes a row here.
 */
import { encodedClose, encodedOpen, tagAtEnd } from './brackets.ts';
import { entityEnd, entityOf } from './entities.ts';
import { addedByAddresses, addedByLinkTags, addedByNames, addedByScripts } from './growth.ts';
import { withoutLinks } from './links.ts';
import { withoutNames } from './mentions.ts';
import type { Piece } from './tokens.ts';

export interface Row {
  fact: string;
  /** what is rewritten, and how */
  what: string;
  /** done before anything is taken out, row by row and once, as the portal does it: later rows can depend on it */
  first?: readonly [from: RegExp, to: string];
  /** taken out wherever they come together */
  pieces?: readonly Piece[];
  /** taken out with a view to what surrounds it */
  names?: typeof withoutNames;
  links?: typeof withoutLinks;
  /** code points by which a text can get longer, at most; left out: it never does */
  adds?: (text: string) => number;
}

const closes = `]${encodedClose}`;

export const table: readonly Row[] = [
  {
    fact: 'PB 4.5, 4.1',
    what: 'every form of a line break becomes \\n; whether inside [CODE] too is doubtful, so everywhere',
    first: [/\[BR\]|\[br\]|#BR#|<br\s*\/?>|\r\n/g, '\n'],
    pieces: [
      { last: closes, end: tagAtEnd('br'), to: '' },
      { last: '#', end: /#br#$/i, to: '' },
      { last: '>', end: /<br\/?>$/i, to: '' },
    ],
  },
  {
    fact: 'PB 4.5',
    what: '[DISK=n] is removed',
    first: [/\[disk=\d+\]/gi, ''],
    pieces: [{ last: closes, end: tagAtEnd('disk=\\d+'), to: '' }],
  },
  {
    fact: 'PB 4.5, 4.1',
    what: 'a mention gets the name the portal knows, or loses its tag',
    names: withoutNames,
    adds: addedByNames,
  },
  {
    fact: 'PB 4.5',
    what: 'an entity becomes its character; which ones is not certain, so every number counts as one',
    pieces: [
      { last: ';', end: entityEnd, to: entityOf },
      // Those of three of them are spelled out.
      { last: '©', end: /©$/, to: '(c)' },
      { last: '®', end: /®$/, to: '(r)' },
      { last: '™\u0099', end: /.$/, to: '(tm)' },
    ],
  },
  {
    fact: 'PB 4.5',
    what: 'an address becomes a link to itself, with a scheme where it has none',
    pieces: [
      { last: closes, end: tagAtEnd('/?url'), to: '' },
      { last: '/', end: /http:\/\/$/i, to: '' },
    ],
    adds: addedByAddresses,
  },
  {
    fact: 'PB 4.5',
    what: 'a typed link is brought into that form, signs in its address encoded',
    // Without a label it shows its address.
    first: [/\[url\s*=((?:[^[\]]|\[[^[\]]*\])+)\]\s*\[\/url\]/gi, '[url]$1[/url]'],
    pieces: [
      // Its last sign of punctuation is moved behind it, be it the end of a bracket's entity.
      { last: ']', end: /&#93\]$/, to: ']]' },
      { last: '7', end: /%27$/, to: "'" },
      { last: 'b', end: /%5b$/i, to: encodedOpen },
      { last: 'd', end: /%5d$/i, to: encodedClose },
    ],
    links: withoutLinks,
    adds: addedByLinkTags,
  },
  {
    fact: 'PB 4.5',
    what: 'a script address gets white space and an entity, which other rows take out',
    adds: addedByScripts,
  },
];
// No-break spaces, trimmed ends, CR: white space is not compared at all (`tokens.ts`).
