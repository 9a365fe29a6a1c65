/** Whether somebody is asking for a quick reply by `/`, and the list of these. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { useOnDemand } from '../onDemand.ts';
import type { Hold } from './composerProps.ts';
import { holdUnfilled } from './holds.tsx';
import type { QuickReplySource } from './quickReply.ts';
import { findSlash, putReply } from './slash.ts';
import type { Field } from './useField.ts';
import { isBare, useFieldList, type Writing } from './useFieldList.ts';

const loadPicker = () => import('./QuickReplyPicker.tsx');

const none = () => [];

/** ms; who waits longer has other plans */
const patience = 3_000;

function useIsLong(isGoingOn: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return undefined;
    const timer = setTimeout(() => setLong(true), patience);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isGoingOn]);
  return isLong;
}

export function useSlash(field: Field, { value, source, isFocused, anchor }: Writing<QuickReplySource>) {
  const { t } = useTranslation();
  const found = source && isFocused ? findSlash(value, field.caret) : null;
  const { query, props, list, takeKey } = useFieldList(found, isFocused);
  const part = useOnDemand(loadPicker, query !== null);
  const isComing = query !== null && part === null;
  const isSlow = useIsLong(isComing);
  const Picker = part === null || part === 'failed' ? null : part.QuickReplyPicker;
  return {
    list,
    /** Until the list is there, Enter must not send what only asks for it; but not without end. */
    takeKey(key: KeyboardEvent) {
      if (takeKey(key)) return true;
      if (!isComing || !isBare(key)) return false;
      if (key.key === 'Escape') props.onClose();
      return key.key === 'Escape' || (key.key === 'Enter' && !isSlow);
    },
    isLost: part === 'failed',
    /** A text with a variable in it is not sent at once. */
    holdOf(typed: string): Hold | null {
      if (!source) return null;
      const { fill, unfilledIn } = source;
      return holdUnfilled(t, typed, unfilledIn(typed), {
        onTold: (place) => field.write({ value: typed, ...place }),
        onFill() {
          const filled = fill(typed);
          const [first] = unfilledIn(filled);
          const { from, to } = first ?? { from: filled.length, to: filled.length };
          field.write({ value: filled, from, to });
        },
      });
    },
    /** by the button */
    begin: () => field.beginWord('/'),
    shown: Picker && query && source && (
      <Picker
        {...props}
        query={query.query}
        source={source}
        anchor={anchor}
        onChoose={(reply) => field.write(putReply(value, query, source.fill(reply.text), source.unfilledIn))}
        onManage={() => {
          field.write(putReply(value, query, '', none));
          source.onManage();
        }}
      />
    ),
  };
}
