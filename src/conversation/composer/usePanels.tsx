/** The small windows of the tools: a link's address, emoji. They and the work on the text are loaded with their first use. */
import { type ReactNode, type RefObject, useCallback, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { useOnDemand } from './onDemand.ts';
import type { Tool } from './shortcuts.ts';
import type { Field } from './useField.ts';

const loadEmoji = () => import('./EmojiPicker.tsx');
const loadLink = () => import('./LinkForm.tsx');

export function usePanels(field: Field, card: RefObject<HTMLElement | null>) {
  const { t } = useTranslation();
  const [panel, setPanel] = useState<'link' | 'emoji' | null>(null);
  const [isFailed, setFailed] = useState(false);
  const opener = useRef<Element | null>(null);
  const emoji = useOnDemand(loadEmoji, panel === 'emoji');
  const link = useOnDemand(loadLink, panel === 'link');
  const isLost = isFailed || emoji === 'failed' || link === 'failed';

  const open = (next: 'link' | 'emoji') => {
    opener.current = document.activeElement;
    setPanel(panel === next ? null : next);
  };
  const close = useCallback((isByKey: boolean) => {
    setPanel(null);
    if (isByKey && opener.current instanceof HTMLElement) opener.current.focus();
  }, []);

  const format = async (tool: Tool) => {
    setFailed(false);
    try {
      const { removeLink, toggleFormat } = await import('./format.ts');
      const written = field.written();
      const next = tool === 'link' ? removeLink(written) : toggleFormat(written, tool);
      if (next) field.write(next);
      else open('link');
    } catch {
      setFailed(true);
    }
  };
  const insertLink = async (address: string) => {
    setPanel(null);
    const { addLink } = await import('./format.ts');
    field.write(addLink(field.written(), address));
  };

  let shown: ReactNode = null;
  if (emoji && emoji !== 'failed') {
    const { EmojiPicker } = emoji;
    const choose = (character: string) => {
      setPanel(null);
      field.insert(character);
    };
    shown = <EmojiPicker anchor={card} onChoose={choose} onClose={close} />;
  } else if (link && link !== 'failed') {
    const { LinkForm } = link;
    const { value, from, to } = field.written();
    shown = (
      <LinkForm
        anchor={card}
        chosen={value.slice(from, to)}
        onChoose={(address) => void insertLink(address)}
        onClose={close}
      />
    );
  }
  return {
    panel,
    shown,
    /** words, when a part could not be loaded */
    problem: isLost ? t('composer.notLoaded') : null,
    openEmoji: () => open('emoji'),
    format: (tool: Tool) => void format(tool),
  };
}
