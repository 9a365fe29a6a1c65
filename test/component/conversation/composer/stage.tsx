// A composer whose text is kept, as a screen does it.
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { render, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Composer, type ComposerProps } from '../../../../src/conversation/composer/Composer.tsx';
import { FileDrop } from '../../../../src/conversation/composer/FileDrop.tsx';
import { CrmWords } from '../../../../src/screens/crm/CrmWords.tsx';
import { countCodePoints } from '../../../../src/text/count.ts';

export const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
export const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

interface Sizes {
  /** of the conversation, CSS pixels */
  height?: number;
  width?: number;
}

/** Shows it; gives what was sent and the BB code as it stands. */
export function show(changes: Partial<ComposerProps> = {}, { height = 800, width = 700 }: Sizes = {}) {
  const onSend = vi.fn<ComposerProps['onSend']>();
  const now = { value: '' };
  function Keeper({ changes }: { changes: Partial<ComposerProps> }) {
    const [value, setValue] = useState(changes.value ?? '');
    useEffect(() => {
      now.value = value;
    }, [value]);
    const send: ComposerProps['onSend'] = (text, how) => {
      const isOnItsWay = onSend(text, how);
      setValue('');
      return isOnItsWay;
    };
    return (
      <FileDrop>
        <main style={{ height, width, container: 'conversation / size', display: 'grid', alignItems: 'end' }}>
          <Composer
            limit={20_000}
            countOf={countCodePoints}
            {...changes}
            value={value}
            onChange={setValue}
            onSend={send}
          />
        </main>
      </FileDrop>
    );
  }
  const { rerender } = render(<Keeper changes={changes} />, { wrapper: CrmWords });
  return {
    onSend,
    value: () => now.value,
    change: (more: Partial<ComposerProps>) => rerender(<Keeper changes={{ ...changes, ...more }} />),
  };
}

/** Puts the caret to the end of the field, or chooses a part of what it shows. */
export function choose(from = field().value.length, to = from): void {
  field().focus();
  field().setSelectionRange(from, to);
}

/** Chooses the first find of some words. */
export function chooseWords(words: string): void {
  const from = field().value.indexOf(words);
  choose(from, from + words.length);
}

export async function keys(text: string): Promise<void> {
  await userEvent.keyboard(text);
}
