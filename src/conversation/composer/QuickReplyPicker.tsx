/** The quick replies a `/` can mean: one's own, then those of all. Loaded with the first `/`. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a listbox whose focus and keys are those of the text field */
import { type RefObject, useEffect } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { contains } from '../search/fold.ts';
import { Floating } from './Floating.tsx';
import { ListCount } from './ListCount.tsx';
import { ListGroup, ListOption } from './ListParts.tsx';
import type { QuickReply, QuickReplySource } from './quickReply.ts';
import styles from './QuickReplyPicker.module.css';
import { useActiveOption } from './useActiveOption.ts';
import type { FieldListProps } from './useFieldList.ts';
import { useSaidLater } from './useSaidLater.ts';

interface QuickReplyPickerProps extends FieldListProps {
  query: string;
  source: QuickReplySource;
  anchor: RefObject<HTMLElement | null>;
  onChoose: (reply: QuickReply) => void;
  onManage: () => void;
}

const manage = { id: 'manage' } as const;

export function QuickReplyPicker(props: QuickReplyPickerProps) {
  const { id, query, source, anchor, onChoose, onManage, onClose } = props;
  const { replies, state, onOpen } = source;
  const { t } = useTranslation();
  useEffect(() => {
    onOpen();
    // When it opens, and no more often.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const found = findReplies(replies, query);
  const own = found.filter(({ isShared }) => !isShared);
  const shared = found.filter(({ isShared }) => isShared);
  const isEmpty = found.length === 0;
  // Words that no reply has are a text, and no list stands in its way.
  const isShown = !isEmpty || state === 'loading' || !query.includes(' ');
  const active = useActiveOption([...own, ...shared, manage], {
    list: props,
    query,
    isShown,
    isNoneFirst: isEmpty,
    isComing: isEmpty && state === 'loading',
    onChoose: (option) => ('text' in option ? onChoose(option) : onManage()),
  });
  if (!isShown) return null;

  const option = (reply: QuickReply) => (
    <ListOption
      key={reply.id}
      id={`${id}-${reply.id}`}
      isActive={reply.id === active?.id}
      className={styles.option}
      onChoose={() => onChoose(reply)}
    >
      <bdi className={styles.title}>{reply.title}</bdi>{' '}
      <span className={styles.text} dir="auto">
        {source.fill(reply.text).slice(0, 200)}
      </span>
    </ListOption>
  );
  const nothing = replies.length === 0 ? t('quickReplies.noneYet') : t('quickReplies.nothingFound');
  const words = {
    loading: t('quickReplies.loading'),
    failed: t('quickReplies.partFailed'),
    ready: isEmpty ? nothing : '',
  }[state];
  return (
    <Floating anchor={anchor} width={380} onLeave={onClose}>
      <ListState words={words} />
      <div id={id} role="listbox" aria-label={t('quickReplies.title')}>
        <ListGroup name={t('quickReplies.mine')}>{own.map(option)}</ListGroup>
        <ListGroup name={t('quickReplies.shared')}>{shared.map(option)}</ListGroup>
        <div role="group" aria-label={t('quickReplies.manageGroup')} className={styles.last}>
          <ListOption
            id={`${id}-${manage.id}`}
            isActive={active === manage}
            className={styles.option}
            onChoose={onManage}
          >
            {t('quickReplies.manage')}
          </ListOption>
        </div>
      </div>
      {!isEmpty && <ListCount words={t('quickReplies.found', { count: found.length })} />}
    </Floating>
  );
}

function ListState({ words }: { words: string }) {
  const told = useSaidLater(words);
  return (
    <p role="status" className={told === '' ? undefined : styles.quiet}>
      {told}
    </p>
  );
}

/** Those with these words in them; first those with the words in their title. Else the order stays. */
function findReplies(replies: readonly QuickReply[], query: string): QuickReply[] {
  const isNamed = ({ title }: QuickReply) => contains(title, query);
  const found = replies.filter((reply) => isNamed(reply) || contains(reply.text, query));
  return [...found.filter(isNamed), ...found.filter((reply) => !isNamed(reply))];
}
