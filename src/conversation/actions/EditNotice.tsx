/** Above the field: a change of a message that was begun and not saved, or what was set aside for a newer text. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { FocusPassedOn } from '../FocusPassedOn.tsx';
import styles from './EditNotice.module.css';
import type { Editing } from './useEditing.ts';

interface EditNoticeProps {
  editing: Pick<Editing, 'editing' | 'unfinished' | 'bringBack' | 'begin' | 'discard'>;
  /** BB code as it is read */
  plain: (text: string) => string;
  /** The button that was pressed goes: one goes on in the field. */
  onGoOn: () => void;
}

/** The `<output>` is there before its words are, else nobody hears them. */
export function EditNotice({ editing, plain, onGoOn }: EditNoticeProps) {
  const { editing: open, unfinished, bringBack, begin, discard } = editing;
  const { t } = useTranslation();
  const waiting = open ? undefined : unfinished.at(-1);
  const more = unfinished.length - 1;
  return (
    <div className={styles.notice} data-empty={(!waiting && !bringBack) || undefined}>
      <output className={styles.words}>
        {bringBack && t('composer.otherSetAside')}
        {waiting && (
          <>
            <span className={styles.text}>{t('composer.unfinishedEdit', { text: plain(waiting.text) })}</span>
            {more > 0 && <span> {t('composer.unfinishedMore', { count: more })}</span>}
          </>
        )}
      </output>
      {bringBack && (
        <FocusPassedOn className={styles.buttons} onGone={onGoOn}>
          <Button size="small" onClick={bringBack}>
            {t('composer.swapTexts')}
          </Button>
        </FocusPassedOn>
      )}
      {waiting && (
        // Of another change these are other buttons: nobody discards a second one by pressing twice.
        <FocusPassedOn key={waiting.id} className={styles.buttons} onGone={onGoOn}>
          <Button size="small" onClick={() => begin({ id: waiting.id, text: waiting.base })}>
            {t('composer.continueEdit')}
          </Button>
          <Button size="small" variant="quiet" onClick={() => discard(waiting.id)}>
            {t('composer.discardEdit')}
          </Button>
        </FocusPassedOn>
      )}
    </div>
  );
}
