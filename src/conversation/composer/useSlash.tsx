/** Whether somebody is asking for a quick reply by `/`, and the list of these. */
import type { RefObject } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { useOnDemand } from '../onDemand.ts';
import type { Hold } from './composerProps.ts';
import { holdUnfilled } from './holds.tsx';
import type { QuickReplySource } from './quickReply.ts';
import { findSlash, putReply } from './slash.ts';
import type { Field } from './useField.ts';
import { isBare, useFieldList } from './useFieldList.ts';

const loadPicker = () => import('./QuickReplyPicker.tsx');

interface Writing {
  value: string;
  source: QuickReplySource | undefined;
  isFocused: boolean;
  /** the list stands above it */
  anchor: RefObject<HTMLElement | null>;
}

const none = () => [];

export function useSlash(field: Field, { value, source, isFocused, anchor }: Writing) {
  const { t } = useTranslation();
  const found = source && isFocused ? findSlash(value, field.caret) : null;
  const { query, props, list, takeKey } = useFieldList(found, isFocused);
  const part = useOnDemand(loadPicker, query !== null);
  const Picker = part === null || part === 'failed' ? null : part.QuickReplyPicker;
  return {
    list,
    /** Until the list is there, Enter must not send what only asks for it. */
    takeKey: (key: KeyboardEvent) =>
      takeKey(key) || (query !== null && part === null && key.key === 'Enter' && isBare(key)),
    isLost: part === 'failed',
    /** A text with an empty variable is not sent at once. */
    holdOf: (typed: string): Hold | null =>
      holdUnfilled(t, typed, source?.unfilledIn(typed) ?? [], (place) =>
        field.write({ value: typed, ...place }),
      ),
    /** by the button: as if it were typed */
    begin: () => {
      const { value: text, from } = field.written();
      field.insert(from === 0 || /\s/.test(text[from - 1] ?? '') ? '/' : ' /');
    },
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
