/** The rows of a list and their elements, both the same as long as nothing of them changed. */
import { useMemo } from 'react';
import type { Around } from './around.ts';
import type { MessageListProps } from './messageListProps.ts';
import { useStableActions } from './outgoingActions.ts';
import { RowView } from './RowView.tsx';
import { buildRows } from './rows.ts';
import { useMinute } from './useMinute.ts';
import { useSame } from './useSame.ts';
import { useToday } from './useToday.ts';

interface ReadSoFar {
  /** the newest message the reader has seen */
  unreadAfter: number | undefined;
  /** messages after this one are spoken; null: none is */
  newsAfter: number | null;
}

const noQuotes: Around['quotes'] = new Map();
const noItems: MessageListProps['items'] = [];

export function useListRows(props: MessageListProps, { unreadAfter, newsAfter }: ReadSoFar) {
  const { timeline, held, claims, hidden, copied, isDown, checking, isSameText, currentUserId } = props;
  const isDetached = props.place?.isDetached ?? false;
  // What is on its way stands below the newest message.
  const items = isDetached ? noItems : props.items;
  const shown = useSame({
    timeline,
    items,
    held,
    claims,
    hidden,
    copied,
    isDown,
    checking,
    isSameText,
    currentUserId,
    unreadAfter: isDetached ? undefined : unreadAfter,
    now: useMinute(items.some(({ state }) => state === 'stillUnclear')),
    today: useToday(),
  });
  const rows = useMemo(() => buildRows(shown), [shown]);

  const around = useSame<Around>({
    people: timeline.people,
    files: timeline.files,
    currentUserId,
    portalOrigin: props.portalOrigin,
    reachesClient: props.reachesClient ?? false,
    actions: useStableActions(props.actions),
    actionsOf: props.actionsOf,
    marksOf: props.marksOf,
    quotes: props.quotes ?? noQuotes,
    linkOf: props.linkOf,
    goTo: props.goTo,
    onCopiesShown: props.onCopiesShown,
    chosen: props.chosen ?? null,
    onChoose: props.onChoose,
  });
  // Typing in the composer must not walk through every row.
  const rowViews = useMemo(
    () => rows.map((row) => <RowView key={row.key} row={row} around={around} newsAfter={newsAfter} />),
    [rows, around, newsAfter],
  );
  return { rows, rowViews };
}
