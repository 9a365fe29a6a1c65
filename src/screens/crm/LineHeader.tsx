/** The open chat's part of the card's header: how fresh it is, the sound, and the way of a message into a task. */
import { ChatLive } from '../../conversation/ChatLive.tsx';
import type { ChatState } from '../../conversation/useChat.ts';
import { SoundSwitch } from '../../features/line/SoundSwitch.tsx';
import { useClientSound } from '../../features/line/useClientSound.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { ForwardIcon } from '../../ui/Icon/icons.tsx';
import { Foldable } from '../../ui/VisuallyHidden/Foldable.tsx';
import { InHeader } from './headerSlot.tsx';
import styles from './LineChat.module.css';

interface LineHeaderProps {
  chat: ChatState;
  /** brings what the client wrote last into a task; left out: there is nothing to bring */
  onForward?: (() => void) | undefined;
}

export function LineHeader({ chat, onForward }: LineHeaderProps) {
  const { portal, currentUserId, dialogId, live } = chat;
  const { t } = useTranslation();
  const sound = useClientSound({ memberId: portal.memberId, userId: currentUserId }, dialogId, live.timeline);
  return (
    <InHeader>
      <ChatLive chat={chat} />
      <SoundSwitch sound={sound} />
      {onForward && (
        <Button icon={<ForwardIcon />} className={styles.toTask} onClick={onForward}>
          <Foldable>{t('forward.toTask')}</Foldable>
        </Button>
      )}
    </InHeader>
  );
}
