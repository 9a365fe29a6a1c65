/** Whether new messages come by themselves just now: a small dot, and a word where there is room. */
import { useState } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { Foldable } from '../ui/VisuallyHidden/Foldable.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './LiveState.module.css';

export type Live = 'live' | 'slow' | 'offline' | 'failed';

const words = {
  live: ['conversation.live', 'conversation.liveHint'],
  slow: ['conversation.liveSlow', 'conversation.liveSlowHint'],
  offline: ['conversation.liveOffline', 'conversation.liveOfflineHint'],
  failed: ['conversation.liveFailed', 'conversation.liveFailedHint'],
} as const;

/** Only the loss of the connection and its return are read out: the rest comes and goes without concern. */
export function LiveState({ state }: { state: Live }) {
  const { t } = useTranslation();
  const [word, hint] = words[state];
  const connection = useConnectionWords(state);
  return (
    <span className={styles.live} data-state={state} title={t(hint)}>
      <span className={styles.dot} aria-hidden />
      <Foldable>{t(word)}</Foldable>
      <output>
        <VisuallyHidden>{connection}</VisuallyHidden>
      </output>
    </span>
  );
}

function useConnectionWords(state: Live): string {
  const { t } = useTranslation();
  const [connection, setConnection] = useState<'untold' | 'lost' | 'back'>('untold');
  const isLost = state === 'offline' || state === 'failed';
  if (isLost && connection !== 'lost') setConnection('lost');
  if (!isLost && connection === 'lost') setConnection('back');
  if (connection === 'untold') return '';
  return t(connection === 'lost' ? words[state][1] : 'conversation.liveBack');
}
