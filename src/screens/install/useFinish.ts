/** The end of an installation: in the good case the portal loads the page anew and nothing here is left to tell of it. */
import { useState } from 'react';
import type { Portal } from '../../portal/connect.ts';
import { getAppInfo } from '../../portal/methods/app.ts';

export type FinishState =
  | 'idle'
  | 'finishing'
  /** stored, but the page was not loaded anew */
  | 'finished'
  /** not stored, as far as the portal can tell */
  | 'failed';

/** `finish` tells the portal and then asks `app.info` whether it is stored. Never rejects. */
export function useFinish(portal: Portal) {
  const [state, setState] = useState<FinishState>('idle');
  async function finish(): Promise<void> {
    setState('finishing');
    await portal.finishInstallation().catch(() => {});
    const isStored = await getAppInfo(portal.rest).then(
      ({ isInstalled }) => isInstalled,
      () => false,
    );
    setState(isStored ? 'finished' : 'failed');
  }
  return { state, finish };
}
