/** Whether somebody is writing a mention, and the list that helps with it. */
import type { MentionSource } from './composerProps.ts';
import { findMention, putMention } from './mention.ts';
import { useOnDemand } from '../onDemand.ts';
import type { Field } from './useField.ts';
import { useFieldList, type Writing } from './useFieldList.ts';

const loadPicker = () => import('./MentionPicker.tsx');

export function useMention(field: Field, { value, source, isFocused, anchor }: Writing<MentionSource>) {
  const found = source && isFocused ? findMention(value, field.caret) : null;
  const { query, props, list, takeKey } = useFieldList(found, isFocused);
  const part = useOnDemand(loadPicker, query !== null);
  const Picker = part === null || part === 'failed' ? null : part.MentionPicker;
  return {
    list,
    takeKey,
    /** by the button */
    begin: () => field.beginWord('@'),
    shown: Picker && query && source && (
      <Picker
        {...props}
        query={query.query}
        source={source}
        anchor={anchor}
        onChoose={(person) => field.write(putMention(value, query, person))}
      />
    ),
  };
}
