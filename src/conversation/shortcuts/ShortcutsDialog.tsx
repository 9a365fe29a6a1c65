/** The list of all keys. Loaded when it is first asked for. */
import { Fragment } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { type Shortcut, shortcutGroups, type ShortcutsOffered } from './shortcuts.ts';
import { setSingleKeys, useSingleKeys } from './singleKeys.ts';
import styles from './ShortcutsDialog.module.css';

interface ShortcutsDialogProps extends ShortcutsOffered {
  onClose: () => void;
}

export function ShortcutsDialog({ onClose, ...offered }: ShortcutsDialogProps) {
  const { t } = useTranslation();
  const hasSingleKeys = useSingleKeys();
  return (
    <Dialog title={t('composer.shortcuts')} isOpen onClose={onClose}>
      {hasSingleKeys && offered.hasMessages && <p className={styles.hint}>{t('actions.shortcutsHint')}</p>}
      {shortcutGroups(offered, hasSingleKeys).map(({ title, shortcuts }) => (
        <section key={title} className={styles.group} aria-label={t(title)}>
          <h3 className={styles.title}>{t(title)}</h3>
          <dl className={styles.list}>
            {shortcuts.map((shortcut) => (
              <Line key={shortcut.name} shortcut={shortcut} />
            ))}
          </dl>
        </section>
      ))}
      <div className={styles.group}>
        <Checkbox
          label={t('actions.singleKeys')}
          description={t('actions.singleKeysText')}
          checked={hasSingleKeys}
          onChange={setSingleKeys}
        />
      </div>
    </Dialog>
  );
}

function Line({ shortcut }: { shortcut: Shortcut }) {
  const { t } = useTranslation();
  const { keys, name } = shortcut;
  return (
    <div className={styles.line}>
      <dt>{t(name)}</dt>
      <dd className={styles.keys}>
        {keys.map((key, index) => (
          <Fragment key={key}>
            {index > 0 && <span className={styles.or}>/</span>}
            <kbd className={styles.key}>{key}</kbd>
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
