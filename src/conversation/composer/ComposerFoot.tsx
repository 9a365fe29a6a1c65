/** Below the card: why nothing is sent or how to send, and the buttons that do it. */
import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { ResultIcon } from '../../ui/Icon/icons.tsx';
import { Foldable } from '../../ui/VisuallyHidden/Foldable.tsx';
import styles from './Composer.module.css';
import { writeKey } from './shortcuts.ts';

interface ComposerFootProps {
  /** the reason, in an element with `problemId` */
  children: ReactNode;
  problemId: string;
  hintId: string;
  isEditing: boolean;
  isSaving: boolean;
  /** pressing says why it is not sent */
  isBlocked: boolean;
  enterSends: boolean;
  beside: ReactNode;
  /** whatever is sent becomes a result */
  isResult: boolean;
  onSendAsResult: (() => void) | undefined;
}

export function ComposerFoot(props: ComposerFootProps) {
  const { children, problemId, hintId, isEditing, isSaving, isBlocked, enterSends } = props;
  const { beside, isResult, onSendAsResult } = props;
  const { t } = useTranslation();
  const key = writeKey('Enter');
  const sending = enterSends ? t('conversation.sendHint') : t('composer.lineHint', { key });
  const saving = enterSends ? t('composer.saveHint') : t('composer.saveLineHint', { key });
  const blocked = { 'aria-disabled': isBlocked || undefined, 'aria-describedby': problemId };
  return (
    <div className={styles.foot}>
      <div className={styles.words}>
        {children}
        <p id={hintId} className={styles.hint}>
          {isEditing ? saving : sending}
        </p>
      </div>
      <div className={styles.buttons}>
        {beside}
        {onSendAsResult && (
          <Button
            {...blocked}
            icon={<ResultIcon />}
            title={`${t('composer.sendAsResult')} (${writeKey('Shift+Enter')})`}
            onClick={onSendAsResult}
          >
            <Foldable>{t('composer.sendAsResult')}</Foldable>
          </Button>
        )}
        <Button {...blocked} type="submit" variant="primary" busy={isSaving}>
          {isEditing ? t('composer.save') : t(isResult ? 'composer.sendAsResult' : 'conversation.send')}
        </Button>
      </div>
    </div>
  );
}
