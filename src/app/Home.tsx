/** The application's own page, with a look at the rows for whoever can mend them. */
import { useQuery } from '@tanstack/react-query';
import type { Portal } from '../portal/connect.ts';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';

/** Asks once, when the page opens or one comes back to it from the check; others than administrators ask nothing. */
export function Home({ portal, checkInstallation }: { portal: Portal; checkInstallation: () => void }) {
  const { isAdmin, rest } = portal;
  const { data: toDo = null } = useQuery({
    queryKey: ['needsMending'],
    queryFn: async () => {
      const { needsMending } = await import('../screens/install/needsMending.ts');
      return needsMending(rest);
    },
    enabled: isAdmin,
    // A failure says nothing of the rows; the check itself would tell.
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (!isAdmin) return <HomeScreen />;
  return <HomeScreen onCheckInstallation={checkInstallation} toDo={toDo} />;
}
