/** The providers, and the screen that belongs to the place in which the app was opened. */
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Portal } from '../portal/connect.ts';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { TaskScreen } from '../screens/task/TaskScreen.tsx';
import { createQueryClient } from './queryClient.ts';
import { Starting } from './Starting.tsx';
import { useIsInstallation } from './useIsInstallation.ts';

// Seen by one person on one day: the others need not load it.
const InstallScreen = lazy(async () => {
  const { InstallScreen } = await import('../screens/install/InstallScreen.tsx');
  return { default: InstallScreen };
});

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
      <Suspense fallback={<Starting />}>
        <Screen portal={portal} />
      </Suspense>
    </QueryClientProvider>
  );
}

function Screen({ portal }: { portal: Portal }) {
  const { placement, isAdmin } = portal;
  const isInstallation = useIsInstallation(portal);
  const [isRepairing, setIsRepairing] = useState(false);
  if (isInstallation === null) return <Starting />;
  if (isInstallation) return <InstallScreen portal={portal} />;
  if (isRepairing) return <InstallScreen portal={portal} onClose={() => setIsRepairing(false)} />;
  switch (placement.kind) {
    case 'task':
      return <TaskScreen portal={portal} taskId={placement.taskId} />;
    case 'home':
      return <HomeScreen {...(isAdmin ? { onCheckInstallation: () => setIsRepairing(true) } : {})} />;
    case 'unsupported':
    default:
      return <HomeScreen unsupported={placement.code} />;
  }
}
