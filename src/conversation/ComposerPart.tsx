/** The composer, loaded beside the first messages: nobody writes before they have read. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { Composer as ComposerType, ComposerProps } from './composer/Composer.tsx';
import styles from './Conversation.module.css';
import { NotLoaded } from './NotLoaded.tsx';

interface Part {
  Composer: typeof ComposerType;
}

// Begun with the app, so that it is here by the time the portal has answered.
const loading = import('./composer/Composer.tsx');
let loaded: Part | null = null;
loading.then(
  (part) => {
    loaded = part;
  },
  // Told where it would stand.
  () => undefined,
);

export function ComposerPart(props: ComposerProps) {
  const { t } = useTranslation();
  const [part, setPart] = useState<Part | 'failed' | null>(loaded);
  useEffect(() => {
    let isCurrent = true;
    loading.then(
      (ready) => isCurrent && setPart(ready),
      () => isCurrent && setPart('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  if (part === null) return <div className={styles.composerComes} aria-hidden />;
  if (part !== 'failed') return <part.Composer {...props} />;
  return (
    <NotLoaded live="assertive" title={t('sending.notLoadedTitle')}>
      {t('sending.composerNotLoaded')}
    </NotLoaded>
  );
}
