/** Files dropped anywhere on the conversation go to its composer. */
import {
  createContext,
  type DragEvent,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { PaperclipIcon } from '../../ui/Icon/icons.tsx';
import type { GivenFile } from './composerProps.ts';
import styles from './FileDrop.module.css';
import { filesOf } from './useFiles.ts';

type Take = (files: readonly GivenFile[]) => void;

const DropContext = createContext<((take: Take | null) => void) | null>(null);

/** Hands dropped files to `take` while it is there. */
export function useDroppedFiles(take: Take | null): void {
  const setTake = use(DropContext);
  useLayoutEffect(() => {
    setTake?.(take);
  });
  useLayoutEffect(() => () => setTake?.(null), [setTake]);
}

const hasFiles = ({ dataTransfer }: { dataTransfer: DataTransfer | null }) =>
  dataTransfer?.types.includes('Files') === true;

interface FileDropProps {
  className?: string | undefined;
  children: ReactNode;
}

/** An element around conversation and composer. Where the composer takes no files it takes none either. */
export function FileDrop({ className, children }: FileDropProps) {
  const { t } = useTranslation();
  const take = useRef<Take | null>(null);
  const [setTake] = useState(() => (next: Take | null) => {
    take.current = next;
  });
  const [isOver, setOver] = useState(false);
  useEffect(keepPage, []);

  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event) || take.current === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDragLeave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (!hasFiles(event) || take.current === null) return;
    event.preventDefault();
    const files = filesOf(event.dataTransfer);
    if (files.length > 0) take.current(files);
  };
  return (
    <div
      className={className}
      style={{ position: 'relative' }}
      onDragEnter={onDragOver}
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={onDrop}
    >
      <DropContext value={setTake}>{children}</DropContext>
      {isOver && (
        <div className={styles.overlay}>
          <PaperclipIcon size={24} />
          <p>{t('composer.drop')}</p>
        </div>
      )}
    </div>
  );
}

/** A file dropped beside the mark would be opened in the place of the app, and the session be lost. */
function keepPage(): () => void {
  const stop = (event: globalThis.DragEvent) => {
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  };
  addEventListener('dragover', stop);
  addEventListener('drop', stop);
  return () => {
    removeEventListener('dragover', stop);
    removeEventListener('drop', stop);
  };
}
