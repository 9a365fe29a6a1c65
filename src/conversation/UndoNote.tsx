/** Above the composer: what was just deleted, with the button that brings it back. */
import { useTranslation } from '../i18n/context.tsx';
import { fileOf } from '../sending/fileItem.ts';
import { Button } from '../ui/Button/Button.tsx';
import { plainText } from './actions/plainText.ts';
import { FocusPassedOn } from './FocusPassedOn.tsx';
import styles from './UndoNote.module.css';
import type { Undo } from './useUndo.ts';
import { useTextLabels } from './useTextLabels.ts';

interface UndoNoteProps extends Pick<Undo, 'taken' | 'isBack' | 'undo' | 'box'> {
  /** the name of a person, where known */
  nameOf: (userId: number) => string | undefined;
  /** The button goes, and the keyboard with it: somebody else takes the focus. */
  onGone: () => void;
}

/** The `<output>` is there before its words are, else nobody hears them. */
export function UndoNote({ taken, isBack, undo, box, nameOf, onGone }: UndoNoteProps) {
  const { t, language } = useTranslation();
  const labels = useTextLabels();
  const item = taken?.item;
  const words = item && plainText(item.text, { labels, language, nameOf });
  const text = words || (item && fileOf(item)?.name) || '';
  return (
    <div ref={box} className={styles.note} data-empty={(!item && !isBack) || undefined}>
      <output className={styles.words}>
        {/* Of another message it is another line: the same words are told again. */}
        {item && (
          <span key={item.key} className={styles.text}>
            {t('composer.deleted', { text })}
          </span>
        )}
        {isBack && <span className={styles.text}>{t('composer.broughtBack')}</span>}
      </output>
      {item && (
        <FocusPassedOn onGone={onGone}>
          <Button size="small" onClick={undo}>
            {t('composer.undo')}
          </Button>
        </FocusPassedOn>
      )}
    </div>
  );
}
