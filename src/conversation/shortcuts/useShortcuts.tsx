/** The list of keyboard shortcuts, opened by `?` or by somebody's button. */
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { useOnDemand } from '../onDemand.ts';
import type { ShortcutsOffered } from './shortcuts.ts';
import { usePageKey } from './usePageKey.ts';

export interface ShortcutsOptions extends Omit<ShortcutsOffered, 'hasSearch'> {
  /** opens the search, also by `/`; left out: there is none */
  onSearch?: (() => void) | undefined;
}

export interface Shortcuts {
  open: () => void;
  /** to be put anywhere */
  dialog: ReactNode;
}

const load = () => import('./ShortcutsDialog.tsx');

export function useShortcuts({ onSearch, ...offered }: ShortcutsOptions): Shortcuts {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  const close = () => setOpen(false);
  usePageKey('?', open);
  usePageKey('/', onSearch ?? null);
  const part = useOnDemand(load, isOpen);
  const isLoaded = part !== null && part !== 'failed';
  return {
    open,
    dialog: (
      <>
        {isLoaded && <part.ShortcutsDialog {...offered} hasSearch={onSearch !== undefined} onClose={close} />}
        <Dialog title={t('composer.shortcuts')} isOpen={part === 'failed'} onClose={close} size="small">
          <p role="alert">{t('actions.shortcutsFailed')}</p>
        </Dialog>
      </>
    ),
  };
}
