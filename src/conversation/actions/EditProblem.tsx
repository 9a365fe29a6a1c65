/** Beside the field: why the change of a message was not saved, and what can be done about it. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { ChangedMeanwhile } from '../ChangedMeanwhile.tsx';
import { PortalWords } from '../PortalWords.tsx';
import { problemWords } from '../problemWords.ts';
import type { Editing } from './useEditing.ts';

interface EditProblemProps {
  editing: Pick<Editing, 'problem' | 'isUnclear' | 'meanwhile' | 'saveMine' | 'takeTheirs'>;
  /** BB code as it is read */
  plain: (text: string) => string;
  /** Makes a new message of what was typed. */
  onWriteAsNew: () => void;
  /** The button that was pressed goes: one goes on in the field. */
  onGoOn: () => void;
}

/** Null where nothing is wrong. To be put into an alert. */
export function editProblem(props: EditProblemProps) {
  const { problem, meanwhile } = props.editing;
  return problem || meanwhile ? <EditProblem {...props} /> : null;
}

function EditProblem({ editing, plain, onWriteAsNew, onGoOn }: EditProblemProps) {
  const { problem, isUnclear, meanwhile, saveMine, takeTheirs } = editing;
  const { t } = useTranslation();
  if (meanwhile !== null && meanwhile !== 'gone') {
    const andGoOn = (act: () => unknown) => () => {
      void act();
      onGoOn();
    };
    return (
      <ChangedMeanwhile
        title={t('composer.changedMeanwhile')}
        words={plain(meanwhile.changedTo)}
        onSaveMine={andGoOn(saveMine)}
        onTakeTheirs={andGoOn(takeTheirs)}
      />
    );
  }
  if (meanwhile === 'gone')
    return (
      <>
        <strong>{t('composer.goneMeanwhile')}</strong>{' '}
        <Button size="small" onClick={onWriteAsNew}>
          {t('composer.writeAsNew')}
        </Button>
      </>
    );
  if (!problem) return null;
  const { title, text, quote } = problemWords(t, problem);
  return (
    <>
      <strong>{t(isUnclear ? 'composer.maybeSaved' : 'conversation.notSaved', { reason: title })}</strong>{' '}
      {isUnclear ? t('composer.saveAgain') : text} <PortalWords quote={quote} />
    </>
  );
}
