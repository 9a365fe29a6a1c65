/** In the editor of a result: why it was not saved, or may not have been. */
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import type { Draft } from './results.ts';

export function ResultNotSaved({ problem, isUnclear }: NonNullable<Draft['failure']>) {
  const { t } = useTranslation();
  const { title, text, quote } = problemWords(t, problem);
  return (
    <Notice
      tone={isUnclear ? 'warning' : 'danger'}
      live="assertive"
      title={t(isUnclear ? 'results.perhapsSaved' : 'results.notSaved', { reason: title })}
    >
      {isUnclear ? t('results.saveAgain') : text} <PortalWords quote={quote} />
    </Notice>
  );
}
