/** A composer with quick replies, and one message with its actions, as a screen puts them together. */
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { onTestFinished } from 'vitest';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { useActions } from '../../../../src/conversation/actions/useActions.ts';
import { Composer } from '../../../../src/conversation/composer/Composer.tsx';
import { useQuickReplies } from '../../../../src/features/quickReplies/useQuickReplies.tsx';
import { type ReplyStore, useReplyStore } from '../../../../src/features/quickReplies/useReplyStore.ts';
import type { Portal } from '../../../../src/portal/connect.ts';
import type { Message } from '../../../../src/portal/methods/dialogMessages.ts';
import { CrmWords } from '../../../../src/screens/crm/CrmWords.tsx';
import { countCodePoints } from '../../../../src/text/count.ts';

interface StageProps {
  portal: Portal;
  userId: number;
  chatId?: number | null;
  isMember?: boolean;
  message?: Message | undefined;
}

export const variables: ReadonlyMap<string, string> = new Map([
  ['client.name', 'Max Weber'],
  ['me.name', 'Anna Keller'],
]);

function Stage(props: StageProps) {
  const store = useReplyStore(props.portal.rest);
  return <Chat key={props.chatId} {...props} store={store} />;
}

interface ChatProps extends StageProps {
  store: ReplyStore;
}

function Chat({ portal, userId, chatId = null, isMember = true, message, store }: ChatProps) {
  const [value, setValue] = useState('');
  const { isAdmin } = portal;
  const { source, actionsOf, notice, dialog } = useQuickReplies({
    portal,
    store,
    userId,
    isAdmin,
    variables,
    chatId,
    isMember,
  });
  const actions = useActions(message, actionsOf);
  return (
    <main style={{ height: '100vh', container: 'conversation / size', display: 'grid', alignItems: 'end' }}>
      <div>
        {actions.map(({ id, label, note, run }) => (
          <p key={id}>
            <button onClick={run}>{label}</button> {note?.text}
          </p>
        ))}
      </div>
      <Composer
        limit={20_000}
        countOf={countCodePoints}
        value={value}
        onChange={setValue}
        onSend={() => setValue('')}
        quickReplies={source}
        notice={notice}
      />
      {dialog}
    </main>
  );
}

/** Shown and, behind the test, taken away; another `chatId` is another chat of the same screen. */
export function show(props: StageProps): { change: (more: Partial<StageProps>) => void } {
  const client = createQueryClient();
  const stage = (now: StageProps) => (
    <QueryClientProvider client={client}>
      <Stage {...now} />
    </QueryClientProvider>
  );
  const { rerender } = render(stage(props), { wrapper: CrmWords });
  onTestFinished(cleanup);
  return { change: (more) => rerender(stage({ ...props, ...more })) };
}

export const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
