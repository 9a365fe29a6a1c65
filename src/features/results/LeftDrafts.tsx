/** What was typed into results that somebody deleted meanwhile: to be copied, not lost. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import editor from './ResultEditor.module.css';
import type { Results } from './results.ts';

export function LeftDrafts({ results }: { results: Pick<Results, 'results' | 'drafts' | 'setDraft'> }) {
  const { t } = useTranslation();
  const left = [...results.drafts].filter(([id]) => results.results.every((result) => result.id !== id));
  return left.map(([id, { text }]) => (
    <Notice key={id} tone="warning" live="polite" title={t('results.goneWhileEditing')}>
      <div className={editor.editor}>
        <div className={editor.grow} data-text={text}>
          <textarea className={editor.field} aria-label={t('results.text')} readOnly rows={2} value={text} />
        </div>
        <div className={editor.actions}>
          <Button size="small" onClick={() => results.setDraft(id, null)}>
            {t('results.dismiss')}
          </Button>
        </div>
      </div>
    </Notice>
  ));
}
