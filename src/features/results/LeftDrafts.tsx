/** What was typed into results that cannot be changed, or are not there, any more: to be copied, not lost. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { allWordsOf } from './drafts.ts';
import editor from './ResultEditor.module.css';
import type { Draft, Results } from './results.ts';

interface LeftDraftsProps {
  results: Pick<Results, 'status' | 'results' | 'drafts' | 'setDraft'>;
}

export function LeftDrafts({ results }: LeftDraftsProps) {
  const { t } = useTranslation();
  return [...results.drafts].map(([id, draft]) => {
    const why = whyLeft(id, draft, results);
    if (!why) return null;
    const text = allWordsOf(draft);
    return (
      <Notice key={id} tone="warning" live="polite" title={t(why)}>
        <div className={editor.editor}>
          <div className={editor.grow} data-text={text}>
            <textarea
              className={editor.field}
              aria-label={t('results.text')}
              readOnly
              rows={2}
              value={text}
            />
          </div>
          <div className={editor.actions}>
            <Button size="small" onClick={() => results.setDraft(id, () => null)}>
              {t('results.dismiss')}
            </Button>
          </div>
        </div>
      </Notice>
    );
  });
}

/** @returns null: its card has it */
function whyLeft(id: number, { isOpen }: Draft, { status, results }: LeftDraftsProps['results']) {
  if (status !== 'ready') return 'results.notSavedYet';
  const result = results.find((one) => one.id === id);
  if (!result) return 'results.goneWhileEditing';
  return isOpen || result.mayEdit ? null : 'results.mayNotSave';
}
