/** Whether new messages come by themselves just now: a small dot, and a word where there is room. */
import { useState } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { Foldable } from '../ui/VisuallyHidden/Foldable.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './LiveState.module.css';

export type Live = 'live' | 'slow' | 'offline' | 'failed' | 'cut' | 'unreachable';

/** `cut` and `unreachable`: where nothing can be read anyway. */
const words = {
  live: ['conversation.live', 'conversation.liveHint'],
  slow: ['conversation.liveSlow', 'conversation.liveSlowHint'],
  offline: ['conversation.liveOffline', 'conversation.liveOfflineHint'],
  failed: ['conversation.liveFailed', 'conversation.liveFailedHint'],
  cut: ['conversation.liveOffline', 'errors.offlineTitle'],
  unreachable: ['conversation.liveUnreachable', 'errors.unreachableTitle'],
} as const;

interface LiveStateProps {
  /** null: there is nothing to show */
  state: Live | null;
  /** 'connection': what is written waits, and it is read out here; 'told': a notice has read it out */
  trouble: 'connection' | 'told' | null;
}

const fine: ReadonlySet<Live | null> = new Set(['live', 'slow', null]);

/** The loss of the connection and the end of trouble are read out: the rest comes and goes without concern. */
export function LiveState({ state, trouble }: LiveStateProps) {
  const { t } = useTranslation();
  const [word, hint] = words[state ?? 'live'];
  const [wasTold, setWasTold] = useState(false);
  if (trouble !== null && !wasTold) setWasTold(true);
  const lost = trouble === 'connection' ? `${t(hint)}. ${t('sending.goesOutByItself')}` : '';
  const hasEnded = wasTold && trouble === null && fine.has(state);
  const back = hasEnded ? t(state === null ? 'conversation.connectionBack' : 'conversation.liveBack') : '';
  return (
    <>
      {state !== null && (
        <span className={styles.live} data-state={state} title={t(hint)}>
          <span className={styles.dot} aria-hidden />
          <Foldable>{t(word)}</Foldable>
        </span>
      )}
      {/* There from the start, also where nothing is shown: what comes with its words is not always read out. */}
      <VisuallyHidden>
        <output>{lost || back}</output>
      </VisuallyHidden>
    </>
  );
}
