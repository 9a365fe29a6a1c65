/** Something did not work just now, beside what it was about. */
import { PortalWords } from './PortalWords.tsx';
import { problemWords } from './problemWords.ts';
import { useTranslation } from '../i18n/context.tsx';
import type { PortalError } from '../portal/errors.ts';
import { problemOf } from '../sending/problem.ts';
import { Notice } from '../ui/Notice/Notice.tsx';

export function ProblemNotice({ error }: { error: PortalError }) {
  const { t } = useTranslation();
  const { title, text, quote } = problemWords(t, problemOf(error));
  return (
    <Notice tone="danger" live="assertive" title={title}>
      {text} <PortalWords quote={quote} />
    </Notice>
  );
}
