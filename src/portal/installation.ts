/** The end of an installation: the frame tells the portal's page, which then opens the application anew. */
import type { B24Frame } from '@bitrix24/b24jssdk';
import { PortalError } from './errors.ts';

/** ms in which the portal's page stores the end and loads itself anew. */
const reloadLimit = 15_000;

/**
 * `setInstallFinish` (PB 5.3): stores that the application is installed, for administrators only, and reloads the page
 * or reopens the slider. It is never answered, so in the good case this frame is gone before anything comes back.
 *
 * The SDK refuses the command without the flag INSTALL, which the newest portals may not set (PB, not found 5); then
 * it is posted as the SDK would.
 * @throws PortalError of kind 'host', code STILL_HERE: the page did not reload in time. Whether the end was stored is
 * unknown; `app.info` tells.
 */
export async function finishInstallation(frame: B24Frame, timeLimit = reloadLimit): Promise<never> {
  if (frame.isInstallMode) {
    // Settles only should a portal answer after all; the reload is what counts.
    frame.installFinish().catch(() => {});
  } else {
    window.parent.postMessage(`setInstallFinish:finish:${frame.getAppSid()}`, frame.getTargetOrigin());
  }
  await new Promise((resolve) => {
    setTimeout(resolve, timeLimit);
  });
  throw new PortalError({ kind: 'host', code: 'STILL_HERE', method: 'setInstallFinish' });
}
