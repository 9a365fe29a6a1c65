/** Why a quick reply was not saved or deleted, and what to do about it. */
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { problemOf } from '../../sending/problem.ts';
import { PortalError } from '../../portal/errors.ts';
import { Notice } from '../../ui/Notice/Notice.tsx';
import type { Saving } from './useSaving.ts';

/** Nothing about a reply that somebody else has changed: that is shown beside it. */
export function SavingProblem({ saving, isDeleting = false }: { saving: Saving; isDeleting?: boolean }) {
  const { t } = useTranslation();
  const { error, outcome } = saving;
  if (error) {
    const words = problemWords(t, problemOf(error));
    const isInDoubt = error instanceof PortalError && error.executed === 'unknown';
    const reason = { reason: words.title };
    const notDone = isDeleting ? t('quickReplies.notDeleted', reason) : t('quickReplies.notSaved', reason);
    const maybe = isDeleting ? t('quickReplies.maybeDeleted', reason) : t('quickReplies.maybeSaved', reason);
    const again = isDeleting ? t('quickReplies.deleteOnceMore') : t('quickReplies.saveOnceMore');
    return (
      <Notice tone={isInDoubt ? 'warning' : 'danger'} live="assertive" title={isInDoubt ? maybe : notDone}>
        {isInDoubt ? again : words.text} <PortalWords quote={words.quote} />
      </Notice>
    );
  }
  if (!outcome || outcome.kind === 'conflict') return null;
  const said = {
    full: t('quickReplies.full'),
    newer: t('quickReplies.tooNew'),
    crowded: t('quickReplies.crowded'),
  }[outcome.kind];
  return (
    <Notice tone="danger" live="assertive">
      {said}
    </Notice>
  );
}
