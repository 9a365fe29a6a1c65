/** A small choice of emoji, put into the text as characters. Loaded with its first use. */
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import styles from './EmojiPicker.module.css';
import { Floating } from './Floating.tsx';

const groups = {
  faces: '😀 😄 😂 🙂 😉 😊 😍 😎 🤔 😐 😴 😮 😢 😭 😡 🤯',
  people: '👍 👎 👌 👏 🙏 💪 🤝 👋 ✌️ 🤞 👀 🙌 🫶 ❤️ 🔥 🎉',
  work: '✅ ❌ ❓ ❗ ⚠️ 💡 📌 📎 📅 ⏰ 📈 📝 ☕ 🚀 ⭐ 💯',
};

interface EmojiPickerProps {
  anchor: RefObject<HTMLElement | null>;
  onChoose: (emoji: string) => void;
  /** `isByKey`: the focus is to go back to where it was */
  onClose: (isByKey: boolean) => void;
}

/** A screen reader knows the names of the characters; ours are those of the groups. */
export function EmojiPicker({ anchor, onChoose, onClose }: EmojiPickerProps) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => grid.current?.querySelector('button')?.focus(), []);
  const named = [
    { name: t('composer.faces'), emoji: groups.faces },
    { name: t('composer.people'), emoji: groups.people },
    { name: t('composer.signs'), emoji: groups.work },
  ];
  const onKey = (event: KeyboardEvent) => {
    const isLeaving = event.key === 'Escape' || event.key === 'Tab';
    if (isLeaving) onClose(true);
    const next = grid.current && neighbour(grid.current, event.target, event.key);
    next?.focus();
    return isLeaving || Boolean(next);
  };
  return (
    <Floating
      anchor={anchor}
      width={296}
      label={t('composer.emoji')}
      onLeave={() => onClose(false)}
      onKey={onKey}
    >
      <div ref={grid}>
        {named.map(({ name, emoji }, group) => (
          <fieldset key={name} className={styles.group}>
            <legend className={styles.name}>{name}</legend>
            {emoji.split(' ').map((character, index) => (
              <button
                key={character}
                type="button"
                className={styles.choice}
                tabIndex={group + index === 0 ? 0 : -1}
                onClick={() => onChoose(character)}
              >
                {character}
              </button>
            ))}
          </fieldset>
        ))}
      </div>
    </Floating>
  );
}

/** The button to go to: beside, or the nearest one in the row above or below. */
function neighbour(grid: HTMLElement, from: EventTarget | null, key: string): HTMLElement | undefined {
  const buttons = Array.from(grid.querySelectorAll('button'));
  const at = buttons.findIndex((button) => button === from);
  const here = buttons[at]?.getBoundingClientRect();
  if (!here) return undefined;
  if (key === 'ArrowRight') return buttons[at + 1];
  if (key === 'ArrowLeft') return buttons[at - 1];
  if (key === 'Home') return buttons[0];
  if (key === 'End') return buttons.at(-1);
  const isSameColumn = (button: HTMLElement) =>
    Math.abs(button.getBoundingClientRect().left - here.left) < here.width / 2;
  if (key === 'ArrowDown') return buttons.slice(at + 1).find(isSameColumn);
  return key === 'ArrowUp' ? buttons.slice(0, at).findLast(isSameColumn) : undefined;
}
