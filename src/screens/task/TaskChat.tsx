/** The chat of a task that has one: reading and writing, or writing alone where reading is refused. */
import { useQueryClient } from '@tanstack/react-query';
import { Chat } from '../../conversation/Chat.tsx';
import { ChatLive } from '../../conversation/ChatLive.tsx';
import { useOnDemand } from '../../conversation/onDemand.ts';
import { Screen } from '../../ui/Screen/Screen.tsx';
import { JoinNotice } from './JoinNotice.tsx';
import { Members } from './Members.tsx';
import { TaskHeader } from './TaskHeader.tsx';
import { TaskPanels } from './TaskPanels.tsx';
import { TaskTools } from './TaskTools.tsx';
import { useTaskChat, type TaskChatOptions } from './useTaskChat.ts';

const loadBulk = () => import('../../features/results/BulkBar.tsx');

interface TaskChatProps extends TaskChatOptions {
  /** The person has become an observer: the card is to be read again. */
  onJoined: () => void;
}

export function TaskChat({ onJoined, ...options }: TaskChatProps) {
  const { portal, user, task, chatId } = options;
  const client = useQueryClient();
  const chat = useTaskChat(options);
  const { live, aside, results, choosing, composer, focusField } = chat;
  const { reading, timeline } = live;
  // Without reading the message cannot be found, and so not be made a result.
  const canMakeResults = reading !== null && results.mayPromote;
  const bulkPart = useOnDemand(loadBulk, choosing.chosen !== null);
  const bulk = bulkPart === 'failed' ? null : bulkPart;

  return (
    <Screen>
      <TaskHeader task={task}>
        <ChatLive chat={chat} />
        <Members ids={task.participantIds ?? []} people={timeline.people} portalOrigin={portal.origin} />
        <TaskTools
          shown={aside.shown}
          onToggle={aside.toggle}
          resultCount={results.status === 'ready' ? results.results.length : undefined}
          resultsNeedAttention={results.needsAttention}
          canSearch={reading !== null}
        />
      </TaskHeader>
      <Chat
        chat={chat}
        actionsOf={chat.actionsOf}
        marksOf={chat.marksOf}
        notices={
          chat.isStranger && (
            <JoinNotice
              rest={portal.rest}
              taskId={task.id}
              onJoined={() => {
                onJoined();
                void client.invalidateQueries({ queryKey: ['timeline', chat.dialogId] });
                focusField();
              }}
            />
          )
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
        onSearch={reading ? () => aside.open('search') : undefined}
        composer={{
          onSend(text, how) {
            const send = composer.onSend(text, how);
            if (how.asResult && send) chat.awaitResult(send);
            return send;
          },
          canSendAsResult: canMakeResults,
        }}
      />
      {chat.beside}
    </Screen>
  );
}
