/** Above the field: what the message answers, or which message is edited. */
import { useTranslation } from '../../i18n/context.tsx';
import { CloseIcon, PencilIcon, ReplyIcon } from '../../ui/Icon/icons.tsx';
import { IconButton } from '../../ui/IconButton/IconButton.tsx';
import type { ComposerContext } from './composerProps.ts';
import styles from './ComposerContextBar.module.css';

interface ComposerContextBarProps extends ComposerContext {
  isSaving: boolean;
}

export function ComposerContextBar({
  kind,
  title,
  text,
  isSaving,
  onCancel,
  onJump,
}: ComposerContextBarProps) {
  const { t } = useTranslation();
  const KindIcon = kind === 'reply' ? ReplyIcon : PencilIcon;
  const words = (
    <>
      <bdi className={styles.title}>{title}</bdi>
      <bdi className={styles.text}>{text}</bdi>
    </>
  );
  return (
    <div className={styles.bar}>
      <KindIcon />
      {onJump ? (
        <button type="button" className={styles.words} title={t('composer.showMessage')} onClick={onJump}>
          {words}
        </button>
      ) : (
        <div className={styles.words}>{words}</div>
      )}
      {!isSaving && (
        <IconButton
          size="small"
          label={kind === 'reply' ? t('composer.cancelReply') : t('composer.cancelEdit')}
          icon={<CloseIcon />}
          onClick={onCancel}
        />
      )}
    </div>
  );
}
