/** The messages of a client's chat with "To task" on each, and its dialog. */
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { useMemo, useState } from 'react';
import { onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { ActionNotes } from '../../../../src/conversation/actions/ActionNotes.tsx';
import { useActions } from '../../../../src/conversation/actions/useActions.ts';
import type { ActionsOf } from '../../../../src/conversation/messageAction.ts';
import { useForward } from '../../../../src/features/forward/useForward.tsx';
import { useForwardRuns, type ForwardRuns } from '../../../../src/features/forward/useForwardRuns.ts';
import type { Portal } from '../../../../src/portal/connect.ts';
import type { DialogPage, Message } from '../../../../src/portal/methods/dialogMessages.ts';
import { getMessages } from '../../../../src/portal/methods/dialogs.ts';
import type { LineEntity } from '../../../../src/portal/methods/openLines.ts';
import { openDelivery } from '../../../../src/sending/openDelivery.ts';
import { CrmWords } from '../../../../src/screens/crm/CrmWords.tsx';

interface Shown {
  portal: Portal;
  user: { id: number; name: string };
  chatId: number;
  entity: LineEntity;
  clientId: number;
}

interface StageProps extends Shown {
  page: DialogPage;
}

/** The chat can be left, and come back to. */
function Card(props: StageProps) {
  const forwards = useForwardRuns();
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <button onClick={() => setOpen(!isOpen)}>{isOpen ? 'Another chat' : 'This chat'}</button>
      {isOpen && <Stage {...props} forwards={forwards} />}
    </>
  );
}

function Stage({ page, chatId, forwards, ...shown }: StageProps & { forwards: ForwardRuns }) {
  const people = useMemo(() => new Map(page.people.map((person) => [person.id, person])), [page]);
  const files = useMemo(() => new Map(page.files.map((file) => [file.id, file])), [page]);
  const forward = useForward(
    {
      ...shown,
      dialogId: `chat${chatId}`,
      cardTitle: 'Haddad: online shop',
      channelTitle: 'WhatsApp',
      people,
      files,
    },
    forwards,
  );
  const { actionOf } = forward;
  const actionsOf = useMemo(
    (): ActionsOf => (message) => [actionOf(message)].flatMap((one) => one ?? []),
    [actionOf],
  );
  return (
    <>
      {page.messages.map((message) => (
        <Row key={message.id} message={message} actionsOf={actionsOf} />
      ))}
      {forward.dialog}
    </>
  );
}

function Row({ message, actionsOf }: { message: Message; actionsOf: ActionsOf }) {
  const actions = useActions(message, actionsOf);
  return (
    <article aria-label={`Message ${message.id}`}>
      {actions.map(({ id, label, run }) => (
        <button key={id} onClick={run}>
          {label}
        </button>
      ))}
      <ActionNotes actions={actions} />
    </article>
  );
}

/** Shown, and behind the test taken away. */
export async function show(shown: Shown) {
  const { portal, user, chatId } = shown;
  const page = await getMessages(portal.rest, `chat${chatId}`);
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Card {...shown} page={page} />
    </QueryClientProvider>,
    { wrapper: CrmWords },
  );
  onTestFinished(() => {
    cleanup();
    openDelivery({ portal, userId: user.id }).delivery.stop();
  });
  return page.messages;
}

export const row = (messageId: number) =>
  within(screen.getByRole('article', { name: `Message ${messageId}` }));

export async function openDialog(messageId: number) {
  await userEvent.click(row(messageId).getByRole('button', { name: 'To task' }));
  return within(await screen.findByRole('dialog', { name: 'To task' }));
}

/** The words of a step, such as "Message Done". */
export const step = async (words: RegExp) => {
  const list = await screen.findByRole('list', { name: 'Steps' });
  return within(list)
    .getAllByRole('listitem')
    .map((item) => (item.textContent ?? '').trim())
    .find((text) => words.test(text));
};
