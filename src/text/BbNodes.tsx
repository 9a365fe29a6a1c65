/** The nodes of a message text as React elements. */
import { createElement, Fragment, type ReactNode } from 'react';
import { BbIcon, BbImage } from './BbImage.tsx';
import { BbLink } from './BbLink.tsx';
import { type BbNode, textOf } from './bbNode.ts';
import styles from './BbText.module.css';
import { type TextLabels, userName } from './labels.ts';
import { formatTimestamp } from './timestamps.ts';

/** What the nodes need to know about where they stand; the props of `BbText` explain them. */
export interface Surroundings {
  portalOrigin: string;
  language: string;
  currentUserId?: number | undefined;
  nameOf?: ((userId: number) => string | undefined) | undefined;
  labels: TextLabels;
  /** links do not nest */
  inLink: boolean;
}

const elementOf = { b: 'strong', i: 'em', u: 'u', s: 's' } as const;
// Characters that change the order of what stands beside them.
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export function BbNodes({ nodes, around }: { nodes: readonly BbNode[]; around: Surroundings }): ReactNode {
  // Children one by one need no keys: the parser makes them anew with every text, their place is all they are.
  return createElement(Fragment, null, ...nodes.map((node) => show(node, around)));
}

function show(node: BbNode, around: Surroundings): ReactNode {
  const { labels, portalOrigin } = around;
  switch (node.type) {
    case 'text':
      return REORDERING.test(node.text) ? <bdi>{node.text}</bdi> : node.text;
    case 'style': {
      const Element = elementOf[node.style];
      return <Element>{inside(node, around)}</Element>;
    }
    case 'size':
      return <span style={{ fontSize: `${node.pixels}px` }}>{inside(node, around)}</span>;
    case 'color': {
      const style: Record<`--${string}`, string> = { '--written-color': node.color };
      return (
        <span className={styles.color} style={style}>
          {inside(node, around)}
        </span>
      );
    }
    case 'link':
    case 'call': {
      const address = node.type === 'link' ? node.address : `tel:${node.number.replace(/[^\d+]/g, '')}`;
      const words = inside(node, { ...around, inLink: true });
      return (
        <BbLink address={address} portalOrigin={portalOrigin} nested={around.inLink}>
          {node.children.length > 0 ? words : <bdi>{node.type === 'link' ? address : node.number}</bdi>}
        </BbLink>
      );
    }
    case 'user': {
      const own = node.userId === 'all' || node.userId === around.currentUserId;
      return (
        <bdi className={styles.mention} data-own={own || undefined}>
          {userName(node.userId, textOf(node.children), labels, around.nameOf)}
        </bdi>
      );
    }
    case 'action':
      return <span className={styles.reference}>{inside(node, around) ?? <bdi>{node.command}</bdi>}</span>;
    case 'chat':
    case 'context':
      return <span className={styles.reference}>{inside(node, around)}</span>;
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          {node.author !== null && (
            <span className={styles.quoteHead}>
              <bdi>{node.author}</bdi> <bdi className={styles.quoteDate}>{node.date}</bdi>
            </span>
          )}
          {inside(node, around)}
        </blockquote>
      );
    case 'code':
      if (node.inline) return <code className={styles.inlineCode}>{node.text}</code>;
      return (
        <pre className={styles.code}>
          <code>{node.text}</code>
        </pre>
      );
    case 'image':
      return <BbImage {...node} portalOrigin={portalOrigin} label={labels.image} nested={around.inLink} />;
    case 'icon':
      return <BbIcon {...node} portalOrigin={portalOrigin} />;
    case 'timestamp':
      return (
        <time dateTime={new Date(node.seconds * 1000).toISOString()}>
          {formatTimestamp(node.seconds, node.format, around.language)}
        </time>
      );
    case 'disk':
      break;
  }
  return <span className={styles.reference}>{labels.file}</span>;
}

function inside(node: { children: readonly BbNode[] }, around: Surroundings): ReactNode {
  return node.children.length > 0 ? <BbNodes nodes={node.children} around={around} /> : null;
}
