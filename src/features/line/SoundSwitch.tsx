/** Switches the sound for a client's messages on and off, and says when the browser keeps it silent. */
import { useTranslation } from '../../i18n/context.tsx';
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx';
import type { ClientSound } from './useClientSound.ts';

export function SoundSwitch({ sound: { isOn, setOn, isBlocked } }: { sound: ClientSound }) {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t('sound.switch')}
      description={isBlocked ? t('sound.blocked') : undefined}
      checked={isOn}
      onChange={setOn}
    />
  );
}
