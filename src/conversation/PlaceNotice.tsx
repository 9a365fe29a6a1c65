/** Says that a message is being fetched, or why it cannot be shown. */
import { useTranslation } from '../i18n/context.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { CloseIcon } from '../ui/Icon/icons.tsx';
import { IconButton } from '../ui/IconButton/IconButton.tsx';
import { Notice } from '../ui/Notice/Notice.tsx';
import { Spinner } from '../ui/Spinner/Spinner.tsx';
import styles from './MessageList.module.css';
import { PortalWords } from './PortalWords.tsx';
import { problemWords } from './problemWords.ts';
import type { ListPlace } from './place.ts';

interface PlaceNoticeProps {
  place: ListPlace;
  onRetry: ((messageId: number) => void) | undefined;
}

/** The box is always there, so that its words are read out as they come. */
export function PlaceNotice({ place: { goingTo, lost, onForgetLost }, onRetry }: PlaceNoticeProps) {
  const { t } = useTranslation();
  return (
    <output className={styles.placeNotice}>
      {goingTo !== null && (
        <Notice>
          <Spinner /> {t('search.fetching')}
        </Notice>
      )}
      {lost && (
        <Notice
          tone={lost.problem === 'gone' ? 'info' : 'danger'}
          actions={
            <>
              {lost.problem !== 'gone' && onRetry && (
                <Button size="small" onClick={() => onRetry(lost.messageId)}>
                  {t('common.retry')}
                </Button>
              )}
              <IconButton
                size="small"
                label={t('common.close')}
                icon={<CloseIcon />}
                onClick={onForgetLost}
              />
            </>
          }
        >
          <LostWords problem={lost.problem} />
        </Notice>
      )}
    </output>
  );
}

function LostWords({ problem }: { problem: NonNullable<ListPlace['lost']>['problem'] }) {
  const { t } = useTranslation();
  if (problem === 'gone') return t('search.gone');
  const { title, text, quote } = problemWords(t, problem);
  return (
    <>
      {t('search.notFetched')} {title}. {text} <PortalWords quote={quote} />
    </>
  );
}
