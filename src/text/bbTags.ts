/** Which BB codes exist and what their attributes may look like (RF 3.6). Anything else stays literal text. */
import { type BbNode, type TextStyle, textOf } from './bbNode.ts';
import { timestampFormats } from './timestamps.ts';

/** Makes the node of a pair of tags from what stands between them. */
export type MakePair = (children: BbNode[]) => BbNode;

const style =
  (name: TextStyle) =>
  (attribute: string): MakePair | null =>
    attribute === '' ? (children) => ({ type: 'style', style: name, children }) : null;

const action =
  (name: 'put' | 'send') =>
  (attribute: string): MakePair | null => {
    if (attribute.startsWith(' ')) return null;
    const command = attribute.slice(1);
    return (children) => ({ type: 'action', action: name, command: command || textOf(children), children });
  };

/** Tags that stand around something. The attribute starts with `=` or a space, or is empty. */
const pairs = new Map<string, (attribute: string) => MakePair | null>([
  ['b', style('b')],
  ['i', style('i')],
  ['u', style('u')],
  ['s', style('s')],
  ['put', action('put')],
  ['send', action('send')],
  [
    'size',
    (attribute) => {
      const size = /^=(\d{1,3})(?:px|pt)?$/i.exec(attribute)?.[1];
      if (!size) return null;
      const pixels = Math.min(30, Math.max(8, Number(size)));
      return (children) => ({ type: 'size', pixels, children });
    },
  ],
  [
    'color',
    (attribute) => {
      const color = /^=(#(?:[\da-f]{3}|[\da-f]{6}))$/i.exec(attribute)?.[1];
      return color ? (children) => ({ type: 'color', color, children }) : null;
    },
  ],
  [
    'url',
    (attribute) => {
      if (attribute.startsWith(' ')) return null;
      const address = attribute.slice(1).trim();
      return (children) => ({ type: 'link', address: address || textOf(children).trim(), children });
    },
  ],
  [
    'user',
    (attribute) => {
      const id = /^=(all|[1-9]\d{0,14})(?: replace)?$/i.exec(attribute)?.[1];
      if (!id) return null;
      const userId = id.toLowerCase() === 'all' ? 'all' : Number(id);
      return (children) => ({ type: 'user', userId, children });
    },
  ],
  [
    'chat',
    (attribute) => {
      const found = /^=(imol\|)?(\d{1,15})$/i.exec(attribute);
      if (!found) return null;
      const dialogId = `${found[1] ? 'imol|' : 'chat'}${found[2] ?? ''}`;
      return (children) => ({ type: 'chat', dialogId, children });
    },
  ],
  [
    'context',
    (attribute) => {
      const found = /^=(chat\d{1,15}|\d{1,15}:\d{1,15})\/(\d{1,15})$/i.exec(attribute);
      if (!found) return null;
      const dialogId = (found[1] ?? '').toLowerCase();
      return (children) => ({ type: 'context', dialogId, messageId: Number(found[2]), children });
    },
  ],
  [
    'call',
    (attribute) => {
      if (!/^(?:=[\d #()+./-]{1,40})?$/.test(attribute)) return null;
      const number = attribute.slice(1).trim();
      return (children) => ({ type: 'call', number: number || textOf(children).trim(), children });
    },
  ],
]);

/** Tags that stand alone. */
const singles = new Map<string, (attribute: string) => BbNode | null>([
  [
    'timestamp',
    (attribute) => {
      const found = /^=(\d{1,12})\s{1,9}format=([a-z_]{1,50})$/i.exec(attribute);
      const format = found?.[2]?.toUpperCase() ?? '';
      // The portal, too, shows a code with an unknown format as it is.
      if (!found || !timestampFormats.has(format)) return null;
      return { type: 'timestamp', seconds: Number(found[1]), format };
    },
  ],
  [
    'disk',
    (attribute) => {
      const id = /^=(\d{1,15})$/.exec(attribute)?.[1];
      return id ? { type: 'disk', fileId: Number(id) } : null;
    },
  ],
  ['icon', icon],
]);

/** `=address size=20 width=20 height=20 title=Some words`; one measure gives the other (20 without any). */
function icon(attribute: string): BbNode | null {
  if (!attribute.startsWith('=')) return null;
  const [address = '', ...rest] = attribute.slice(1).split(/\s(?=(?:size|width|height|title)=)/i);
  const given = new Map(rest.map((part) => [part.split('=', 1).join('').toLowerCase(), part]));
  const value = (name: string) =>
    given
      .get(name)
      ?.slice(name.length + 1)
      .trim() ?? '';
  const measure = (...names: string[]) =>
    Math.min(100, Math.max(1, Number(names.map(value).find((size) => /^\d{1,4}$/.test(size)) ?? 20)));
  return {
    type: 'icon',
    address: address.trim(),
    width: measure('size', 'width', 'height'),
    height: measure('size', 'height', 'width'),
    title: value('title'),
  };
}

/** Whether `[/name]` can close anything. */
export const isPair = (name: string): boolean => pairs.has(name);

/** The maker of a well-formed opening tag; null when there is no such tag or its attribute is wrong. */
export const readPair = (name: string, attribute: string): MakePair | null =>
  pairs.get(name)?.(attribute) ?? null;

/** The node of a well-formed tag that stands alone; null when there is no such tag or its attribute is wrong. */
export const readSingle = (name: string, attribute: string): BbNode | null =>
  singles.get(name)?.(attribute) ?? null;
