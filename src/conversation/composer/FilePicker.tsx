/** The browser's own window for choosing files, and how many are chosen said to screen readers. */
import type { RefObject } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import type { GivenFile } from './composerProps.ts';

interface FilePickerProps {
  /** `click()` opens the window */
  input: RefObject<HTMLInputElement | null>;
  count: number;
  onChoose: (files: readonly GivenFile[]) => void;
}

export function FilePicker({ input, count, onChoose }: FilePickerProps) {
  const { t } = useTranslation();
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('composer.attach')}
        onChange={({ target }) => {
          onChoose(Array.from(target.files ?? [], (file) => ({ file, isFolder: false })));
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      <div aria-live="polite">
        <VisuallyHidden>{count > 0 && t('composer.filesChosen', { count })}</VisuallyHidden>
      </div>
    </>
  );
}
