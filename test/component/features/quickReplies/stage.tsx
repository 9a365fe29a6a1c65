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
import type { Portal } from '../../../../src/portal/connect.ts';
import type { Message } from '../../../../src/portal/methods/dialogMessages.ts';
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

function Stage({ portal, userId, chatId = null, isMember = true, message }: StageProps) {
  const [value, setValue] = useState('');
  const { isAdmin } = portal;
  const { source, actionsOf, dialog } = useQuickReplies({
    portal,
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
      />
      {dialog}
    </main>
  );
}

/** Shown and, behind the test, taken away. */
export function show(props: StageProps): void {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Stage {...props} />
    </QueryClientProvider>,
  );
  onTestFinished(cleanup);
}

export const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
