/** The providers, and the screen that belongs to the place in which the app was opened. */
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Portal } from '../portal/connect.ts';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { TaskScreen } from '../screens/task/TaskScreen.tsx';
import { Home } from './Home.tsx';
import { createQueryClient } from './queryClient.ts';
import { Starting } from './Starting.tsx';
import { useIsInstallation } from './useIsInstallation.ts';

// Seen by one person on one day: the others need not load it.
const InstallScreen = lazy(async () => {
  const { InstallScreen } = await import('../screens/install/InstallScreen.tsx');
  return { default: InstallScreen };
});

// Opened in other cards than a task's chat: neither has to wait for the other.
const CrmScreen = lazy(async () => {
  const { CrmScreen } = await import('../screens/crm/CrmScreen.tsx');
  return { default: CrmScreen };
});
const SmartProcessScreen = lazy(async () => {
  const { SmartProcessScreen } = await import('../screens/crm/SmartProcessScreen.tsx');
  return { default: SmartProcessScreen };
});

export function App({ portal }: { portal: Portal }) {
  const [client] = useState(createQueryClient);
  useEffect(() => {
    // A refresh that fails raises an alert in the portal: typing must not ask for one, pressing something may.
    const onKey = ({ key }: KeyboardEvent) => key === 'Enter' && portal.personActed();
    const onPointer = ({ target }: PointerEvent) =>
      target instanceof Element && target.closest('button') && portal.personActed();
    window.addEventListener('keydown', onKey);
    window.addEventListener('pointerdown', onPointer);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pointerdown', onPointer);
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
  const { placement } = portal;
  const isInstallation = useIsInstallation(portal);
  const [isRepairing, setIsRepairing] = useState(false);
  if (isInstallation === null) return <Starting />;
  if (isInstallation) return <InstallScreen portal={portal} />;
  if (isRepairing) return <InstallScreen portal={portal} onClose={() => setIsRepairing(false)} />;
  switch (placement.kind) {
    case 'task':
      return <TaskScreen portal={portal} taskId={placement.taskId} />;
    case 'crm':
      return <CrmScreen portal={portal} entity={placement.entity} />;
    case 'smartProcess':
      return <SmartProcessScreen />;
    case 'home':
      return <Home portal={portal} checkInstallation={() => setIsRepairing(true)} />;
    case 'unsupported':
    default:
      return <HomeScreen unsupported={placement.code} />;
  }
}
