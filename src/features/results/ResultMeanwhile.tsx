/** In the editor of a result: somebody has changed it meanwhile, and what can be done about that. */
import { ChangedMeanwhile } from '../../conversation/ChangedMeanwhile.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import { textOf } from '../../text/bbNode.ts';
import { parseBb } from '../../text/bbcode.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import type { Draft } from './results.ts';

interface ResultMeanwhileProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  /** @param base what the result says now */
  onSaveMine: (base: string) => void;
}

export function ResultMeanwhile({ draft, onChange, onSaveMine }: ResultMeanwhileProps) {
  const { t } = useTranslation();
  const { text, base, changedTo, setAside } = draft;
  if (changedTo !== undefined)
    return (
      <Notice tone="warning" live="assertive" title={t('results.changedMeanwhile')}>
        <ChangedMeanwhile
          words={textOf(parseBb(changedTo)).trim()}
          onSaveMine={() => onSaveMine(changedTo)}
          onTakeTheirs={() =>
            onChange({ text: changedTo, base: changedTo, changedTo: undefined, setAside: text })
          }
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
          // What stands in the field, if anything was typed there, takes the place of what comes back.
          onClick={() => onChange({ text: setAside, setAside: text === base ? undefined : text })}
        >
          {t('composer.bringBack')}
        </Button>
      }
    >
      {t('composer.tookTheirs')}
    </Notice>
  );
}
