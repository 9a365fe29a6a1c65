/** One list of quick replies, with what can be done about each. */
import { useState } from 'react';
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { problemOf } from '../../sending/problem.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { PencilIcon, TrashIcon } from '../../ui/Icon/icons.tsx';
import { IconButton } from '../../ui/IconButton/IconButton.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { DeleteReply } from './DeleteReply.tsx';
import styles from './quickReplies.module.css';
import type { Reply } from './replies.ts';
import type { Whose } from './saveReply.ts';
import type { ReplyList } from './useReplyLists.ts';
import type { Saving } from './useSaving.ts';

interface ReplyListViewProps {
  whose: Whose;
  list: ReplyList;
  mayChange: boolean;
  saving: Saving;
  onChange: (reply: Reply) => void;
  /** brings the focus to where one goes on when a row is gone */
  returnFocus: () => void;
}

export function ReplyListView(props: ReplyListViewProps) {
  const { whose, list, mayChange, saving, onChange, returnFocus } = props;
  const { t } = useTranslation();
  const { replies, state, status, error, reload } = list;
  const [deleted, setDeleted] = useState<Reply | null>(null);
  const words = error && problemWords(t, problemOf(error));
  const isEmpty = status === 'ready' && state === 'ours' && replies.length === 0;
  return (
    <>
      {!mayChange && <p className={styles.quiet}>{t('quickReplies.readOnly')}</p>}
      {state === 'newer' && <Notice tone="warning">{t('quickReplies.tooNew')}</Notice>}
      {state === 'unreadable' && <Notice tone="warning">{t('quickReplies.unreadable')}</Notice>}
      {/* Here before its words, or they are not read out. */}
      <output className={styles.said}>
        {words && (
          <Notice
            tone="danger"
            title={words.title}
            actions={
              <Button size="small" onClick={reload}>
                {t('common.retry')}
              </Button>
            }
          >
            {words.text} <PortalWords quote={words.quote} />
          </Notice>
        )}
        {status === 'loading' && <p className={styles.quiet}>{t('quickReplies.loading')}</p>}
      </output>
      {isEmpty && (
        <p className={styles.quiet}>
          {whose === 'mine' ? t('quickReplies.emptyMine') : t('quickReplies.emptyShared')}
        </p>
      )}
      {replies.length > 0 && (
        <ul className={styles.list}>
          {replies.map((reply) => (
            <li key={reply.id} data-reply={reply.id} className={styles.row}>
              <div className={styles.words}>
                <bdi className={styles.name}>{reply.title}</bdi>
                <p className={styles.text} dir="auto">
                  {reply.text}
                </p>
              </div>
              {mayChange && (
                <div className={styles.tools}>
                  <IconButton
                    size="small"
                    label={t('quickReplies.change', { title: reply.title })}
                    icon={<PencilIcon />}
                    onClick={() => onChange(reply)}
                  />
                  <IconButton
                    size="small"
                    label={t('quickReplies.delete', { title: reply.title })}
                    icon={<TrashIcon />}
                    onClick={() => {
                      saving.reset();
                      setDeleted(reply);
                    }}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {deleted && (
        <DeleteReply
          whose={whose}
          reply={deleted}
          saving={saving}
          onClose={() => setDeleted(null)}
          returnFocus={returnFocus}
        />
      )}
    </>
  );
}
