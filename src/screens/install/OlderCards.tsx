/** The places that older task cards need, for whoever wants them. */
import { useInstallTranslation } from './useInstallTranslation.ts';
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx';
import styles from './InstallScreen.module.css';
import { olderPlaces } from './places.ts';

const names = {
  TASK_VIEW_SIDEBAR: 'install.sidebar',
  TASK_VIEW_TOP_PANEL: 'install.topPanel',
} as const;

interface OlderCardsProps {
  isChosen: (place: string) => boolean;
  choose: (place: string, isWanted: boolean) => void;
  isDisabled: boolean;
}

export function OlderCards({ isChosen, choose, isDisabled }: OlderCardsProps) {
  const { t } = useInstallTranslation();
  return (
    <fieldset className={styles.card} aria-describedby="older-cards">
      <legend className={styles.heading}>{t('install.olderCards')}</legend>
      <p id="older-cards" className={styles.hint}>
        {t('install.olderCardsText')}
      </p>
      {olderPlaces.map((place) => (
        <Checkbox
          key={place}
          label={t(names[place])}
          checked={isChosen(place)}
          disabled={isDisabled}
          onChange={(isWanted) => choose(place, isWanted)}
        />
      ))}
    </fieldset>
  );
}
