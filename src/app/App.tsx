/** The providers, and the screen that belongs to the place in which the app was opened. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Portal } from '../portal/connect.ts';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { TaskScreen } from '../screens/task/TaskScreen.tsx';
import { createQueryClient } from './queryClient.ts';

export function App({ portal }: { portal: Portal }) {
  const [client] = useState(createQueryClient);
  useEffect(() => {
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, portal.personActed);
    return () => {
      for (const event of events) window.removeEventListener(event, portal.personActed);
    };
  }, [portal]);
  return (
    <QueryClientProvider client={client}>
      <Screen portal={portal} />
    </QueryClientProvider>
  );
}

function Screen({ portal }: { portal: Portal }) {
  const { placement } = portal;
  switch (placement.kind) {
    case 'task':
      return <TaskScreen portal={portal} taskId={placement.taskId} />;
    case 'home':
      return <HomeScreen />;
    case 'unsupported':
    default:
      return <HomeScreen unsupported={placement.code} />;
  }
}
