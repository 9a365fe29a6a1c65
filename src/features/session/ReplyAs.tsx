/** At the composer's foot: in whose name the reply goes; for administrators. */
import { useState } from 'react';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { problemOf } from '../../sending/problem.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { ChevronDownIcon } from '../../ui/Icon/icons.tsx';
import { Menu, type MenuItem } from '../../ui/Menu/Menu.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './ReplyAs.module.css';
import type { ReplyAuthors } from './useReplyAs.ts';

interface ReplyAsProps {
  authors: ReplyAuthors;
  currentUser: { id: number; name: string };
}

const nobodyKeys = { alone: 'session.replyAsNobody', unread: 'session.replyAsUnread' } as const;

export function ReplyAs({ authors, currentUser }: ReplyAsProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const { isPossible, areOthersOffered, author, isOther, others, whyNobody, choose, offerOthers, error } =
    authors;
  if (!isPossible) return null;
  const name = (person: { name: string }) => person.name.trim() || t('common.unknownPerson');
  const items: MenuItem[] = [
    { id: 'own', label: name(currentUser), isPressed: !isOther, onSelect: () => choose(currentUser.id) },
    ...others.map((person) => ({
      id: String(person.id),
      label: person.isBot ? t('session.replyAsBot', { name: name(person) }) : name(person),
      isPressed: person.id === author.id,
      onSelect: () => choose(person.id),
    })),
    ...(whyNobody
      ? [{ id: 'nobody', label: t(nobodyKeys[whyNobody]), isDisabled: true, onSelect: nothing }]
      : []),
    {
      id: 'others',
      label: t('session.replyAsOthers'),
      isPressed: areOthersOffered,
      onSelect: () => (areOthersOffered ? offerOthers(false) : setAsking(true)),
    },
  ];
  return (
    <span className={styles.replyAs} data-other={isOther || undefined}>
      <Menu
        label={t('session.replyAs', { name: name(author) })}
        isLabelShown
        icon={<ChevronDownIcon size={16} />}
        size="small"
        items={items}
      />
      <output>
        <VisuallyHidden>{isOther && t('session.replyAsOther', { name: name(author) })}</VisuallyHidden>
      </output>
      {error && (
        <span className={styles.problem} role="alert">
          {t('session.replyAsNotSaved', { reason: problemWords(t, problemOf(error)).title })}
        </span>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('session.replyAsTitle')}
        confirmLabel={t('session.replyAsSwitchOn')}
        onConfirm={() => {
          setAsking(false);
          offerOthers(true);
        }}
        onCancel={() => setAsking(false)}
      >
        {t('session.replyAsText')}
      </ConfirmDialog>
    </span>
  );
}

function nothing(): void {
  // It is there to be read.
}
