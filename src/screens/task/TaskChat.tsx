/** The chat of a task that has one: reading and writing, or writing alone where reading is refused. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useOnDemand } from '../../conversation/onDemand.ts';
import type { GivenFile } from '../../conversation/composer/composerProps.ts';
import { FileDrop } from '../../conversation/composer/FileDrop.tsx';
import { Conversation } from '../../conversation/Conversation.tsx';
import { LiveState } from '../../conversation/LiveState.tsx';
import { MessageText } from '../../conversation/MessageText.tsx';
import type { OutgoingActions } from '../../conversation/outgoingActions.ts';
import { refusalOf } from '../../conversation/refusalOf.ts';
import { useShortcuts } from '../../conversation/shortcuts/useShortcuts.tsx';
import { useChecks } from '../../conversation/useChecks.ts';
import { useMentionPeople } from '../../conversation/useMentionPeople.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { dialogOfChat } from '../../portal/methods/dialogs.ts';
import { textLimit } from '../../portal/textLimit.ts';
import { ChatNotices } from './ChatNotices.tsx';
import { EmptyChat } from './EmptyChat.tsx';
import { JoinNotice } from './JoinNotice.tsx';
import { Members } from './Members.tsx';
import { TaskHeader } from './TaskHeader.tsx';
import { TaskPanels } from './TaskPanels.tsx';
import styles from './TaskScreen.module.css';
import { TaskTools } from './TaskTools.tsx';
import { useIsOnline } from './useIsOnline.ts';
import { useTaskChat, type TaskChatOptions } from './useTaskChat.ts';

/** One and the same, so that the list is not drawn anew for it. */
const emptyChat = <EmptyChat />;

const loadBulk = () => import('../../features/results/BulkBar.tsx');

interface TaskChatProps extends TaskChatOptions {
  /** The person has become an observer: the card is to be read again. */
  onJoined: () => void;
}

export function TaskChat({ onJoined, ...options }: TaskChatProps) {
  const { portal, user, task, chatId } = options;
  const { t, formatSize } = useTranslation();
  const client = useQueryClient();
  const isOnline = useIsOnline();
  const chat = useTaskChat(options);
  const { live, place, desk, aside, results, choosing, composer, focusField } = chat;
  const { reading, timeline } = live;
  const { people } = timeline;
  const dialogId = dialogOfChat(chatId);
  const checks = useChecks(live.isReading);
  // Without reading the message cannot be found, and so not be made a result.
  const canMakeResults = reading !== null && results.mayPromote;
  const shortcuts = useShortcuts({
    hasMessages: reading !== null,
    hasResults: canMakeResults,
    isMember: chat.isMember,
    onSearch: reading ? () => aside.open('search') : undefined,
  });
  const mentions = useMentionPeople(portal.rest, dialogId, {
    known: people,
    currentUserId: user.id,
    portalOrigin: portal.origin,
    isWanted: composer.value.includes('@'),
  });
  const attachments = useMemo(
    () => ({ refusal: (given: GivenFile) => refusalOf(given, t), formatSize }),
    [t, formatSize],
  );
  const bulkPart = useOnDemand(loadBulk, choosing.chosen !== null);
  const bulk = bulkPart === 'failed' ? null : bulkPart;
  const preview = useCallback(
    (text: string) => (
      <MessageText text={text} around={{ people, currentUserId: user.id, portalOrigin: portal.origin }} />
    ),
    [people, user.id, portal.origin],
  );
  const { checkAgain, sendAgain, edit, remove } = desk;
  const { began } = checks;
  const actions = useMemo((): OutgoingActions => {
    // The button that was pressed goes with its message: the field is where one goes on.
    const andGoOn = (act: (key: string) => void) => (key: string) => {
      act(key);
      focusField();
    };
    return {
      checkAgain: (key) => {
        checkAgain(key);
        began(key);
      },
      sendAgain: andGoOn(sendAgain),
      edit: andGoOn(edit),
      remove: andGoOn(remove),
    };
  }, [checkAgain, sendAgain, edit, remove, began, focusField]);
  const join = chat.isStranger && (
    <JoinNotice
      rest={portal.rest}
      taskId={task.id}
      onJoined={() => {
        onJoined();
        void client.invalidateQueries({ queryKey: ['timeline', dialogId] });
        focusField();
      }}
    />
  );

  return (
    <main className={styles.screen}>
      <TaskHeader task={task}>
        {reading && <LiveState state={liveState(isOnline, desk.isDown, live.error?.kind)} />}
        <Members ids={task.participantIds ?? []} people={people} portalOrigin={portal.origin} />
        <TaskTools
          shown={aside.shown}
          onToggle={aside.toggle}
          resultCount={results.status === 'ready' ? results.results.length : undefined}
          resultsNeedAttention={results.needsAttention}
          canSearch={reading !== null}
        />
      </TaskHeader>
      <FileDrop className={styles.conversation}>
        <Conversation
          writeOnly={!reading}
          emptyState={emptyChat}
          elsewhere={desk.elsewhere}
          notices={
            <ChatNotices
              isOnline={isOnline}
              isDown={desk.isDown}
              error={reading && live.isOutOfDate ? live.error : null}
              isMissing={desk.isMissing}
              isLasting={desk.isLasting}
              join={join}
            />
          }
          aside={<TaskPanels chat={chat} portal={portal} chatId={chatId} userId={user.id} />}
          hasAside={aside.shown !== null}
          bar={
            choosing.chosen &&
            bulk && (
              <bulk.BulkBar
                chosen={choosing.messages}
                results={results}
                withConsent={chat.withConsent}
                onEnd={() => {
                  choosing.end();
                  focusField();
                }}
              />
            )
          }
          list={{
            ...place.list,
            items: desk.items,
            claims: desk.claims,
            hidden: desk.hidden,
            isDown: desk.isDown,
            checking: checks.checking,
            isSameText: desk.isSameText,
            currentUserId: user.id,
            portalOrigin: portal.origin,
            actionsOf: chat.actionsOf,
            marksOf: chat.marksOf,
            quotes: chat.quotes,
            linkOf: chat.linkOf,
            chosen: choosing.chosen,
            onChoose: choosing.choose,
            onSeen: chat.onSeen,
            onLeave: focusField,
            actions,
          }}
          composer={{
            ...composer,
            onSend(text, how) {
              const send = composer.onSend(text, how);
              if (how.asResult && send) chat.awaitResult(send);
              return send;
            },
            limit: textLimit,
            countOf: desk.countOf,
            autoFocus: true,
            focusCall: chat.focusCall,
            canSendAsResult: canMakeResults,
            mentions,
            attachments,
            preview,
            onEditLast: chat.editLast,
            onShowShortcuts: shortcuts.open,
          }}
        />
      </FileDrop>
      {chat.dialogs}
      {shortcuts.dialog}
      {chat.beside}
    </main>
  );
}

function liveState(isOnline: boolean, isDown: boolean, problem: string | undefined) {
  if (!isOnline) return 'offline';
  if (problem === undefined) return isDown ? 'failed' : 'live';
  return problem === 'limit' ? 'slow' : 'failed';
}
