/**
 * The access token and its one shared refresh, for the SDK (v2) and the shim (v3) alike.
 *
 * A refresh goes through the page around the frame; a failed one raises an alert there and is never answered
 * (PB 5.3). So: one at a time, only for a token that was refused or is past its hour, never from a hidden frame,
 * and after a failure none until the person acts or the portal answers again.
 */
import { PortalError } from './errors.ts';

/** The code of kind 'auth' while the frame is hidden: the session can be renewed once somebody looks at the page. */
export const hiddenCode = 'FRAME_HIDDEN';

/** What is used of the SDK's `auth` manager; `getAuthData` is false when the token's hour is over. */
export interface FrameAuth<Data extends { access_token: string }> {
  getAuthData(): false | Data;
  refreshAuth(): Promise<false | Data>;
}

export interface Tokens {
  /**
   * A token worth trying; asks the portal's page for a new one when there is none. Rejects with kind 'auth'. Empty
   * where the address itself signs the call in (src/dev).
   */
  get(): Promise<string>;
  /** The portal answered 401 to this token. */
  refuse(token: string): void;
  /** The portal answered 401 even to a new token: asking again at once would change nothing. */
  giveUp(): void;
  /** The portal answered, or the person did something: after a failure another refresh is worth trying. */
  hope(): void;
}

/**
 * Replaces `auth.refreshAuth`, so that the SDK's v2 client joins the same refresh: by itself it coalesces per
 * HTTP client only (BF 5).
 */
export function shareTokens<Data extends { access_token: string }>(auth: FrameAuth<Data>): Tokens {
  const askPortal = auth.refreshAuth.bind(auth);
  let refused: string | null = null;
  let gaveUp = false;
  let pending: Promise<Data> | null = null;

  function current(): Data | null {
    const data = auth.getAuthData();
    return data && data.access_token && data.access_token !== refused ? data : null;
  }

  async function ask(): Promise<Data> {
    try {
      await askPortal();
    } catch {
      // The reason is always the same, silence; the SDK's error says no more.
    }
    const fresh = current();
    gaveUp = fresh === null;
    if (fresh) return fresh;
    throw noToken('REFRESH_FAILED');
  }

  async function renew(): Promise<Data> {
    const usable = current();
    if (usable) return usable;
    if (pending) return pending;
    if (document.hidden) throw noToken(hiddenCode);
    if (gaveUp) throw noToken('REFRESH_FAILED');
    pending = ask().finally(() => {
      pending = null;
    });
    return pending;
  }

  auth.refreshAuth = renew;
  return {
    get: async () => (await renew()).access_token,
    refuse: (token) => {
      refused = token;
    },
    giveUp: () => {
      gaveUp = true;
    },
    hope: () => {
      gaveUp = false;
    },
  };
}

function noToken(code: string): PortalError {
  return new PortalError({ kind: 'auth', code, method: 'refreshAuth', executed: 'no' });
}
