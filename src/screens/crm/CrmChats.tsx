/** A card that may be read: header, list of chats, and the chat that is open. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Portal } from '../../portal/connect.ts';
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

interface CrmChatsProps {
  portal: Portal;
  entity: LineEntity;
  opened: OpenedCard;
}

export function CrmChats({ portal, entity, opened }: CrmChatsProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { user, card, cardProblem, newest } = opened;
  const list = useChats(portal.rest, entity, opened);
  const { chats, chosen, refresh } = list;
  const about = aboutCard(translator, entity, card);
  const [slot, setSlot] = useState<Element | null>(null);
  useEffect(() => {
    document.title = `${about.title} · ${t('common.appName')}`;
  }, [about.title, t]);

  const notices = (
    <ListNotices
      cardProblem={cardProblem}
      error={list.error}
      retry={() => void refresh()}
      isBusy={list.isReading}
    />
  );
  const hasNone = chats.length === 0 && !list.isPartial;
  return (
    <main className={styles.screen}>
      <CrmHeader about={about} slotRef={setSlot} />
      {hasNone ? (
        <>
          {notices}
          <NoChats look={() => void refresh()} isBusy={list.isReading} />
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
                  onChanged={refresh}
                />
              )}
            </HeaderSlot>
          </div>
        </div>
      )}
    </main>
  );
}
