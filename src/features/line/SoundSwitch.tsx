/** Switches the sound for a client's messages on and off, and says when the browser keeps it silent. */
import { useTranslation } from '../../i18n/context.tsx';
import { BellIcon, BellOffIcon } from '../../ui/Icon/icons.tsx';
import { IconButton } from '../../ui/IconButton/IconButton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import type { ClientSound } from './useClientSound.ts';

export function SoundSwitch({ sound: { isOn, setOn, isBlocked } }: { sound: ClientSound }) {
  const { t } = useTranslation();
  const name = t('sound.switch');
  return (
    <>
      <IconButton
        label={name}
        title={isBlocked ? `${name}. ${t('sound.blocked')}` : name}
        icon={isOn && !isBlocked ? <BellIcon /> : <BellOffIcon />}
        isPressed={isOn}
        onClick={() => setOn(!isOn)}
      />
      <output>
        <VisuallyHidden>{isBlocked && t('sound.blocked')}</VisuallyHidden>
      </output>
    </>
  );
}
