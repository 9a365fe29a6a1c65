/** The people an `@` can mean: those of the chat, then those of the company. Loaded with the first `@`. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a listbox whose focus and keys are those of the text field */
import type { RefObject } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import { Avatar } from '../../ui/Avatar/Avatar.tsx';
import type { MentionSource } from './composerProps.ts';
import { Floating } from './Floating.tsx';
import { ListCount } from './ListCount.tsx';
import { ListGroup, ListOption } from './ListParts.tsx';
import styles from './MentionPicker.module.css';
import { findPeople } from './people.ts';
import { useActiveOption } from './useActiveOption.ts';
import type { FieldListProps } from './useFieldList.ts';
import { usePeopleSearch } from './usePeopleSearch.ts';

interface MentionPickerProps extends FieldListProps {
  query: string;
  source: MentionSource;
  anchor: RefObject<HTMLElement | null>;
  onChoose: (person: Person) => void;
}

const most = 20;

export function MentionPicker(props: MentionPickerProps) {
  const { id, query, source, anchor, onChoose, onClose } = props;
  const { t } = useTranslation();
  const { people, state } = usePeopleSearch(query, source.search);
  const near = findPeople(source.near, query).slice(0, most);
  const nearIds = new Set(source.near.map((person) => person.id));
  const others = findPeople(people, query).filter((person) => !nearIds.has(person.id));
  const all = [...near, ...others.slice(0, most)];

  // Two words that nobody is called by are a text, and no list stands in its way.
  const isShown = all.length > 0 || !query.includes(' ');
  const active = useActiveOption(all, { list: props, query, isShown, onChoose });
  if (!isShown) return null;
  const option = (person: Person) => (
    <ListOption
      key={person.id}
      id={`${id}-${person.id}`}
      isActive={person === active}
      className={styles.option}
      onChoose={() => onChoose(person)}
    >
      <Avatar name={person.name} src={person.avatarUrl} color={person.color ?? undefined} size={24} />
      <bdi className={styles.name}>{person.name.trim() || t('common.unknownPerson')}</bdi>
    </ListOption>
  );
  const quiet = { idle: all.length === 0 ? t('composer.nobody') : '', searching: t('composer.searching') };
  const words = state === 'failed' ? t('composer.searchFailed') : quiet[state];
  return (
    <Floating anchor={anchor} width={320} onLeave={onClose}>
      <div id={id} role="listbox" aria-label={t('composer.mentionList')}>
        <ListGroup name={t('composer.inThisChat')}>{near.map(option)}</ListGroup>
        <ListGroup name={t('composer.inTheCompany')}>{all.slice(near.length).map(option)}</ListGroup>
      </div>
      {words !== '' && <p className={styles.quiet}>{words}</p>}
      <ListCount words={t('composer.peopleFound', { count: all.length })} />
    </Floating>
  );
}
