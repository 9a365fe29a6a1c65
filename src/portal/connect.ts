/** The handshake with the portal's page: SDK frame in, `Portal` out. One frame for the life of the page. */
import { initializeB24Frame, SdkError, type B24Frame } from '@bitrix24/b24jssdk';
import { PortalError } from './errors.ts';
import { finishInstallation } from './installation.ts';
import { oneAttempt } from './oneAttempt.ts';
import { parsePlacement, type Placement } from './placement.ts';
import { createRest, type Rest } from './rest.ts';
import { createRestApi, type RestApi } from './restApi.ts';
import { shareTokens } from './tokens.ts';
import { createUpload, type Upload } from './upload.ts';

export interface Portal {
  /** for example `https://example.bitrix24.com`; relative addresses in the portal's answers belong to it */
  origin: string;
  /** stable id of the portal; part of every storage key */
  memberId: string;
  /** Bitrix24's code of the person's interface language (RF 9.2), for example `en` or `ua` */
  language: string;
  placement: Placement;
  /** INSTALL: the portal waits for the end of the installation; the newest portals may not say so (PB, not found 5) */
  isInstalling: boolean;
  /** IS_ADMIN: an administrator, or a person who may install applications (PB 5.4) */
  isAdmin: boolean;
  /** Tells the portal that the installation is over; see installation.ts. It never resolves: the page is loaded anew. */
  finishInstallation: () => Promise<never>;
  /** classic REST */
  rest: Rest;
  /** REST 3.0 */
  restApi: RestApi;
  /** classic REST, for what is large: with progress, and can be cancelled */
  upload: Upload;
  /** The person did something: a refresh of the token is worth trying again after a failed one. */
  personActed: () => void;
}

/** ms to wait for the portal's page; the SDK itself would wait for ever. */
const handshakeLimit = 10_000;

/**
 * Connects to the portal around this frame.
 * @throws PortalError of kind 'host': code OUTSIDE (not in a portal's frame), SILENT (no answer in time; the SDK
 * keeps its pending handshake, so only a reload tries again), NO_AUTH or BAD_PAYLOAD (an answer without a token,
 * or not readable)
 */
export async function connect(timeLimit = handshakeLimit): Promise<Portal> {
  // BF 2: the portal names the frame `host|protocol|APP_SID`; nobody else does.
  if (window.parent === window || !/^[^|]+\|[01]\|[^|]+$/.test(window.name)) throw host('OUTSIDE');
  const frame = await inTime(start(), timeLimit);
  if (!frame.auth.getAuthData()) throw host('NO_AUTH');
  return portalOf(frame);
}

function start(): Promise<B24Frame> {
  return initializeB24Frame({ restrictionParams: oneAttempt }).catch((failure: unknown) => {
    const badPayload = failure instanceof SdkError && failure.code === 'JSSDK_FRAME_BAD_PAYLOAD';
    throw host(badPayload ? 'BAD_PAYLOAD' : 'HANDSHAKE');
  });
}

function portalOf(frame: B24Frame): Portal {
  const tokens = shareTokens(frame.auth);
  const origin = frame.getTargetOrigin();
  const auth = frame.auth.getAuthData();
  return {
    origin,
    memberId: auth ? auth.member_id : '',
    language: frame.getLang(),
    placement: parsePlacement(frame.placement.placement, frame.placement.options),
    isInstalling: frame.isInstallMode,
    isAdmin: frame.auth.isAdmin,
    finishInstallation: () => finishInstallation(frame),
    rest: createRest(frame, tokens),
    restApi: createRestApi(origin, tokens),
    upload: createUpload(`${origin}/rest`, tokens),
    personActed: () => tokens.hope(),
  };
}

function inTime<Value>(promise: Promise<Value>, timeLimit: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(host('SILENT')), timeLimit);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function host(code: string): PortalError {
  return new PortalError({ kind: 'host', code, method: 'getInitData', executed: 'no' });
}
