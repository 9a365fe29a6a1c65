/** A card that may be read: header, list of chats, and the chat that is open. */
import { useEffect, useRef, useState } from 'react';
import { useForwardRuns } from '../../features/forward/useForwardRuns.ts';
import { useReplyStore } from '../../features/quickReplies/useReplyStore.ts';
import { OutcomesElsewhere } from '../../features/session/OutcomesElsewhere.tsx';
import { useOutcomesElsewhere } from '../../features/session/useOutcomesElsewhere.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Portal } from '../../portal/connect.ts';
import { dialogOfChat } from '../../portal/methods/dialogs.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';
import { aboutCard } from './aboutCard.ts';
import { ChatList } from './ChatList.tsx';
import { CrmHeader } from './CrmHeader.tsx';
import styles from './CrmScreen.module.css';
import { HeaderSlot } from './headerSlot.tsx';
import { LineChat } from './LineChat.tsx';
import { ListNotices } from './ListNotices.tsx';
import { NoChats } from './NoChats.tsx';
import type { OpenedCard } from './openCrmCard.ts';
import { useChats } from './useChats.ts';
import { useKeptFiles } from './useKeptFiles.ts';
import { titleOf } from './wordsOfChat.ts';

interface CrmChatsProps {
  portal: Portal;
  entity: LineEntity;
  opened: OpenedCard;
  /** reads the card anew */
  reopen: () => void;
  isReopening: boolean;
}

export function CrmChats({ portal, entity, opened, reopen, isReopening }: CrmChatsProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { user, card, newest } = opened;
  const list = useChats(portal.rest, entity, opened);
  const { chats, chosen, refresh } = list;
  const hasNone = chats.length === 0 && !list.isPartial;
  const outcomes = useOutcomesElsewhere(hasNone ? null : (chosen?.chatId ?? null));
  const quickReplies = useReplyStore(portal.rest);
  const forwards = useForwardRuns();
  const kept = useKeptFiles(chosen?.chatId ?? null);
  const about = aboutCard(translator, entity, card);
  const [slot, setSlot] = useState<Element | null>(null);
  useEffect(() => {
    document.title = `${about.title} · ${t('common.appName')}`;
  }, [about.title, t]);

  const screen = useRef<HTMLElement>(null);
  const goOn = () => {
    const open = screen.current?.querySelector<HTMLElement>('[aria-current="true"]');
    (open ?? screen.current)?.focus({ preventScroll: true });
  };
  const chatOf = (lane: string) => {
    const chat = chats.find(({ chatId }) => dialogOfChat(chatId) === lane);
    return chat ? { name: titleOf(t, chat), open: () => list.choose(chat.chatId) } : null;
  };
  const notices = (
    <ListNotices
      opened={opened}
      reopen={reopen}
      isReopening={isReopening}
      error={list.error}
      retry={() => void refresh()}
      isBusy={list.isReading}
      onGone={goOn}
    >
      <OutcomesElsewhere {...outcomes} chats={chats} onOpen={list.choose} onGone={goOn} />
    </ListNotices>
  );
  return (
    <main ref={screen} className={styles.screen} tabIndex={-1}>
      <CrmHeader about={about} slotRef={setSlot} />
      {hasNone ? (
        <>
          {notices}
          <NoChats
            isOwnOnly={card === null || card.relativeProblem !== undefined}
            look={() => void refresh()}
            isBusy={list.isReading}
          />
        </>
      ) : (
        <div className={styles.body}>
          <nav className={styles.chats}>
            {notices}
            <ChatList
              chats={chats}
              chosenId={chosen?.chatId ?? null}
              onChoose={list.choose}
              userId={user.id}
            />
            {list.isPartial && !list.error && <p className={styles.hint}>{t('crm.moreComing')}</p>}
          </nav>
          <div className={styles.conversation}>
            <HeaderSlot value={slot}>
              {chosen && (
                <LineChat
                  key={chosen.chatId}
                  portal={portal}
                  user={user}
                  isAdmin={opened.isAdmin}
                  card={card}
                  entity={entity}
                  chat={chosen}
                  firstReading={newest?.chatId === chosen.chatId ? newest.reading : null}
                  cardTitle={card?.item.title || about.title}
                  replyStore={quickReplies}
                  onChanged={refresh}
                  forwards={forwards}
                  kept={kept}
                  chatOf={chatOf}
                />
              )}
            </HeaderSlot>
          </div>
        </div>
      )}
    </main>
  );
}
