/** In the editor of a result: somebody has changed it meanwhile, and what can be done about that. */
import { ChangedMeanwhile } from '../../conversation/ChangedMeanwhile.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import { textOf } from '../../text/bbNode.ts';
import { parseBb } from '../../text/bbcode.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { swap, takeTheirs } from './drafts.ts';
import type { Draft } from './results.ts';

interface ResultMeanwhileProps {
  draft: Draft;
  onChange: (change: (draft: Draft) => Draft) => void;
  /** @param base what the result says now */
  onSaveMine: (base: string) => void;
}

export function ResultMeanwhile({ draft, onChange, onSaveMine }: ResultMeanwhileProps) {
  const { t } = useTranslation();
  const { changedTo, setAside, isSaving } = draft;
  if (changedTo !== undefined)
    return (
      <Notice tone="warning" live="assertive" title={t('results.changedMeanwhile')}>
        <ChangedMeanwhile
          words={textOf(parseBb(changedTo)).trim()}
          onSaveMine={() => onSaveMine(changedTo)}
          onTakeTheirs={() => onChange((last) => takeTheirs(last, changedTo))}
        />
      </Notice>
    );
  if (setAside === undefined) return null;
  return (
    <Notice
      live="polite"
      actions={
        <Button
          size="small"
          // What is being saved would take the other one with it.
          aria-disabled={isSaving || undefined}
          onClick={() => isSaving || onChange(swap)}
        >
          {t('composer.swapTexts')}
        </Button>
      }
    >
      {t('composer.otherSetAside')}
    </Notice>
  );
}
