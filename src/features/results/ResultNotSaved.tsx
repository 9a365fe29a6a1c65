/** In the editor of a result: why it was not saved, or may not have been. */
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { PortalError } from '../../portal/errors.ts';
import { problemOf } from '../../sending/problem.ts';
import { Notice } from '../../ui/Notice/Notice.tsx';

export function ResultNotSaved({ error }: { error: PortalError }) {
  const { t } = useTranslation();
  const isInDoubt = error.executed === 'unknown';
  const { title, text, quote } = problemWords(t, problemOf(error));
  return (
    <Notice
      tone={isInDoubt ? 'warning' : 'danger'}
      live="assertive"
      title={t(isInDoubt ? 'results.perhapsSaved' : 'results.notSaved', { reason: title })}
    >
      {isInDoubt ? t('results.saveAgain') : text} <PortalWords quote={quote} />
    </Notice>
  );
}
