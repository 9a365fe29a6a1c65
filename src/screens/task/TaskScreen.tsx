/** The task card's row "Chat Desk": the chat of one task, or why it cannot be shown. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Portal } from '../../portal/connect.ts';
import type { PortalError } from '../../portal/errors.ts';
import { MissingChat } from './MissingChat.tsx';
import { openTaskCard, type TaskCard } from './openTaskCard.ts';
import { NoAccess } from '../../conversation/NoAccess.tsx';
import { PortalProblem } from '../../conversation/PortalProblem.tsx';
import { TaskChat } from './TaskChat.tsx';
import { TaskLoading } from './TaskLoading.tsx';

export function TaskScreen({ portal, taskId }: { portal: Portal; taskId: number }) {
  const { t } = useTranslation();
  const { data, error, refetch, isFetching } = useQuery<TaskCard, PortalError>({
    queryKey: ['task', taskId],
    queryFn: () => openTaskCard(portal.rest, taskId),
    // The live refresh of the chat takes over from here.
    staleTime: Infinity,
    refetchOnWindowFocus: ({ state }) => state.data === undefined,
    refetchOnReconnect: ({ state }) => (state.data === undefined ? 'always' : false),
  });
  const title = data?.task?.title;
  useEffect(() => {
    document.title = title ? `${title} · ${t('common.appName')}` : t('common.appName');
  }, [title, t]);

  const retry = () => void refetch();
  if (!data) {
    return error ? <PortalProblem error={error} retry={retry} isBusy={isFetching} /> : <TaskLoading />;
  }
  const { task } = data;
  if (!task) {
    const words = { title: t('task.noAccessTitle'), text: t('task.noAccessText') };
    return <NoAccess {...words} retry={retry} isBusy={isFetching} error={error} />;
  }
  if (!task.chatId) return <MissingChat portal={portal} task={task} onMade={retry} error={error} />;
  const { user, reading } = data;
  return (
    <TaskChat
      portal={portal}
      user={user}
      task={task}
      chatId={task.chatId}
      firstReading={reading}
      onJoined={retry}
    />
  );
}
