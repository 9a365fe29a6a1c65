/**
 * The small windows of the tools: a link's address, emoji. They are loaded with their first use, and the work on the
 * text when the field is first entered.
 */
import { type ReactNode, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { useOnDemand } from '../onDemand.ts';
import type { Tool } from './shortcuts.ts';
import type { Field } from './useField.ts';

const loadEmoji = () => import('./EmojiPicker.tsx');
const loadFormat = () => import('./format.ts');
const loadLink = () => import('./LinkForm.tsx');

export function usePanels(field: Field, card: RefObject<HTMLElement | null>) {
  const { t } = useTranslation();
  const [panel, setPanel] = useState<'link' | 'emoji' | null>(null);
  const [isFailed, setFailed] = useState(false);
  const opener = useRef<Element | null>(null);
  const emoji = useOnDemand(loadEmoji, panel === 'emoji');
  const link = useOnDemand(loadLink, panel === 'link');
  const isLost = isFailed || emoji === 'failed' || link === 'failed';

  // What is typed while something is being loaded must not be lost.
  const now = useRef(field);
  useLayoutEffect(() => {
    now.current = field;
  });

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
      const { removeLink, toggleFormat } = await loadFormat();
      const written = now.current.written();
      const next = tool === 'link' ? removeLink(written) : toggleFormat(written, tool);
      if (next) now.current.write(next);
      else open('link');
    } catch {
      setFailed(true);
    }
  };
  const insertLink = async (address: string) => {
    setFailed(false);
    // Before the text is written: the focus goes with the panel.
    setPanel(null);
    try {
      const { addLink } = await loadFormat();
      now.current.write(addLink(now.current.written(), address));
    } catch {
      setFailed(true);
    }
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
    prepare: () => void loadFormat().catch(() => undefined),
    openEmoji: () => open('emoji'),
    format: (tool: Tool) => void format(tool),
  };
}
