/** Whether the portal opened the app to install it. */
import { useQuery } from '@tanstack/react-query';
import type { Portal } from '../portal/connect.ts';
import { getAppInfo } from '../portal/methods/app.ts';

/**
 * The flag INSTALL says so; the newest portals may not set it (PB, not found 5), but open install.html then, and
 * `app.info` knows that the installation is not over.
 * @returns null while the portal is asked
 */
export function useIsInstallation(portal: Portal): boolean | null {
  const isInstallPage = location.pathname.endsWith('/install.html');
  const { data, isError } = useQuery({
    queryKey: ['app.info'],
    queryFn: () => getAppInfo(portal.rest),
    enabled: isInstallPage && !portal.isInstalling,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (portal.isInstalling) return true;
  if (!isInstallPage) return false;
  // The install screen asks again, and says what is the matter.
  if (isError) return true;
  return data ? !data.isInstalled : null;
}
