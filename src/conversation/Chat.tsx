/** A dialog on the screen, joined to what reads it and what writes to it; a screen adds what is its own. */
import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { textLimit } from '../portal/textLimit.ts';
import { ChatNotices } from './ChatNotices.tsx';
import type { ComposerProps, GivenFile } from './composer/composerProps.ts';
import { FileDrop } from './composer/FileDrop.tsx';
import styles from './Conversation.module.css';
import { CopiesNotice } from './CopiesNotice.tsx';
import { Conversation } from './Conversation.tsx';
import type { ElsewhereAround } from './elsewhere/elsewhereAround.ts';
import { UnsentElsewhere } from './elsewhere/UnsentElsewhere.tsx';
import { EmptyChat } from './EmptyChat.tsx';
import { MessageText } from './MessageText.tsx';
import type { ActionsOf } from './messageAction.ts';
import type { MessageListProps } from './messageListProps.ts';
import { OutgoingNotes } from './outgoingNote.tsx';
import { refusalOf } from './refusalOf.ts';
import type { Shortcut } from './shortcuts/shortcuts.ts';
import { useShortcuts } from './shortcuts/useShortcuts.tsx';
import { UndoNote } from './UndoNote.tsx';
import type { ChatState } from './useChat.ts';
import { useIsOnline } from './useIsOnline.ts';
import { useMentionPeople } from './useMentionPeople.ts';
import { useOutgoing } from './useOutgoing.ts';

interface ChatProps {
  chat: ChatState;
  /** left out: those that any dialog has */
  actionsOf?: ActionsOf;
  marksOf?: MessageListProps['marksOf'];
  reachesClient?: boolean;
  beginning?: MessageListProps['beginning'];
  /** besides those about network and storage */
  notices?: ReactNode;
  /** above what was written here, while messages are not read so far, or cannot be; left out: that is explained */
  unread?: ReactNode;
  /** what else the portal writes with each message, told in the preview */
  previewNote?: ReactNode;
  aside?: ReactNode;
  hasAside?: boolean;
  bar?: ReactNode;
  /** false: nobody can be mentioned */
  canMention?: boolean;
  /** false: files cannot be sent */
  canAttach?: boolean;
  /** opens the search; left out: there is none */
  onSearch?: (() => void) | undefined;
  /** other chats that can be opened in this window; left out: none */
  chatOf?: ElsewhereAround['chatOf'];
  /** the keys of the screen's own actions, for the list of shortcuts */
  keysOnMessages?: readonly Shortcut[];
  /** what the screen's own composer has besides or instead */
  composer?: Partial<ComposerProps>;
}

/** One and the same, so that the list is not drawn anew for it. */
const emptyChat = <EmptyChat />;

export function Chat(props: ChatProps) {
  const { chat, notices, composer: own, canMention = true, canAttach = true, previewNote, ...shown } = props;
  const { portal, currentUserId, dialogId, live, desk, place, composer, choosing, focusField } = chat;
  const { t, formatSize } = useTranslation();
  const isOnline = useIsOnline();
  const { reading, timeline } = live;
  const { people } = timeline;
  const outgoing = useOutgoing({ ...chat, isReading: live.isReading });
  const shortcuts = useShortcuts({
    hasMessages: reading !== null,
    hasResults: own?.canSendAsResult ?? false,
    isMember: chat.isMember,
    canChange: chat.canChange,
    hasMentions: canMention,
    hasQuickReplies: own?.quickReplies !== undefined,
    onMessages: props.keysOnMessages,
    onSearch: props.onSearch,
  });
  const mentions = useMentionPeople(portal.rest, dialogId, {
    known: people,
    currentUserId,
    portalOrigin: portal.origin,
    isWanted: canMention && composer.value.includes('@'),
  });
  const attachments = useMemo(
    () => ({ refusal: (given: GivenFile) => refusalOf(given, t), formatSize }),
    [t, formatSize],
  );
  const preview = useCallback(
    (text: string) => (
      <>
        <MessageText text={text} around={{ people, currentUserId, portalOrigin: portal.origin }} />
        {previewNote}
      </>
    ),
    [people, currentUserId, portal.origin, previewNote],
  );
  const send = own?.onSend ?? composer.onSend;

  return (
    <OutgoingNotes value={outgoing.said}>
      <FileDrop className={styles.drop}>
        <Conversation
          writeOnly={!reading}
          instead={shown.unread}
          emptyState={emptyChat}
          elsewhere={
            <UnsentElsewhere
              desk={desk}
              lane={dialogId}
              portalOrigin={portal.origin}
              userId={currentUserId}
              chatOf={props.chatOf}
              onGone={focusField}
            />
          }
          notices={
            <ChatNotices
              isOnline={isOnline}
              isDown={desk.isDown}
              error={reading && live.isOutOfDate ? live.error : null}
              isMissing={desk.isMissing}
              isLasting={desk.isLasting}
            >
              <CopiesNotice
                copied={desk.copied}
                reachesClient={shown.reachesClient ?? false}
                goTo={place.goTo}
                onShown={desk.copiesShown}
              />
              {notices}
            </ChatNotices>
          }
          aside={shown.aside}
          hasAside={shown.hasAside ?? false}
          bar={
            <>
              {shown.bar}
              <UndoNote {...outgoing.undo} nameOf={(id) => people.get(id)?.name} onGone={focusField} />
            </>
          }
          list={{
            ...place.list,
            items: desk.items,
            held: desk.held,
            claims: desk.claims,
            hidden: desk.hidden,
            copied: desk.copied,
            onCopiesShown: desk.copiesShown,
            isDown: desk.isDown,
            checking: outgoing.checking,
            isSameText: desk.isSameText,
            currentUserId,
            portalOrigin: portal.origin,
            reachesClient: shown.reachesClient ?? false,
            beginning: shown.beginning,
            actionsOf: shown.actionsOf ?? chat.actionsOf,
            marksOf: shown.marksOf,
            quotes: chat.quotes,
            linkOf: chat.linkOf,
            chosen: choosing.chosen,
            onChoose: choosing.choose,
            onSeen: chat.onSeen,
            onLeave: focusField,
            actions: outgoing.actions,
          }}
          composer={{
            limit: textLimit,
            countOf: desk.countOf,
            autoFocus: true,
            mentions: canMention ? mentions : undefined,
            attachments: canAttach ? attachments : undefined,
            preview,
            onEditLast: chat.editLast,
            onShowShortcuts: shortcuts.open,
            ...composer,
            focusCall: chat.focusCall,
            ...own,
            onSend(text, how) {
              outgoing.endUndo();
              return send(text, how);
            },
          }}
        />
      </FileDrop>
      {chat.dialogs}
      {shortcuts.dialog}
    </OutgoingNotes>
  );
}
