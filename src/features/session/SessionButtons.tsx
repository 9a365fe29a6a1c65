/** What can be done with the conversation: as buttons where there is room, else in a menu. */
import { useRef } from 'react';
import { FocusPassedOn } from '../../conversation/FocusPassedOn.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { MoreIcon } from '../../ui/Icon/icons.tsx';
import { Menu, type MenuItem } from '../../ui/Menu/Menu.tsx';
import { Spinner } from '../../ui/Spinner/Spinner.tsx';
import { actionLabel } from './actionLabel.ts';
import type { Offers, SessionAction } from './offers.ts';
import styles from './SessionBar.module.css';
import { useHasRoom } from './useHasRoom.ts';

interface SessionButtonsProps {
  offers: Offers;
  running: SessionAction | null;
  onPress: (action: SessionAction) => void;
  /** the button that had the focus has gone */
  onGone: () => void;
}

const welcome: ReadonlySet<SessionAction> = new Set<SessionAction>(['answer', 'start']);
const dangers: ReadonlySet<SessionAction> = new Set<SessionAction>(['spam', 'finishColleagues']);

export function SessionButtons({ offers: { first, more }, running, onPress, onGone }: SessionButtonsProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const hasRoom = useHasRoom(box);
  const beside = hasRoom || first === null ? more.slice(0, 1) : [];
  const inMenu = more.slice(beside.length);
  const shown = first === null ? beside : [...beside, first];
  const isInMenu = running !== null && !shown.includes(running);
  const asItem = (action: SessionAction): MenuItem => {
    const item = { id: action, label: actionLabel(t, action), onSelect: () => onPress(action) };
    return dangers.has(action) ? { ...item, tone: 'danger' } : item;
  };
  return (
    <div ref={box} className={styles.actions} aria-busy={running !== null}>
      {isInMenu && <Spinner />}
      {shown.map((action) => (
        // It goes when the conversation changes hands.
        <FocusPassedOn key={action} className={styles.action} onGone={onGone}>
          <Button
            size="small"
            variant={welcome.has(action) ? 'primary' : 'secondary'}
            busy={running === action}
            aria-disabled={running !== null || undefined}
            onClick={() => onPress(action)}
          >
            {actionLabel(t, action)}
          </Button>
        </FocusPassedOn>
      ))}
      {inMenu.length > 0 && (
        <FocusPassedOn className={styles.action} onGone={onGone}>
          <Menu label={t('session.more')} icon={<MoreIcon />} size="small" items={inMenu.map(asItem)} />
        </FocusPassedOn>
      )}
    </div>
  );
}
