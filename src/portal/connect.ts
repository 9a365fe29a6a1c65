/** The handshake with the portal's page: SDK frame in, `Portal` out. One frame for the life of the page. */
import { initializeB24Frame, SdkError, type B24Frame } from '@bitrix24/b24jssdk';
import { PortalError } from './errors.ts';
import { parsePlacement, type Placement } from './placement.ts';
import { createRest, type Rest } from './rest.ts';
import { createRestApi, type RestApi } from './restApi.ts';
import { shareTokens } from './tokens.ts';

export interface Portal {
  /** for example `https://example.bitrix24.com`; relative addresses in the portal's answers belong to it */
  origin: string;
  /** stable id of the portal; part of every storage key */
  memberId: string;
  /** Bitrix24's code of the person's interface language (RF 9.2), for example `en` or `ua` */
  language: string;
  placement: Placement;
  /** classic REST */
  rest: Rest;
  /** REST 3.0 */
  restApi: RestApi;
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
  return initializeB24Frame({
    // One attempt a call, at once: repeats belong to delivery and to the queries, see rest.ts.
    restrictionParams: {
      maxRetries: 1,
      retryOnNetworkError: false,
      rateLimit: { burstLimit: 10_000, drainRate: 10_000, adaptiveEnabled: false },
      adaptiveConfig: { enabled: false, thresholdPercent: 100, coefficient: 0, maxDelay: 0 },
      operatingLimit: { windowMs: 600_000, limitMs: Number.MAX_SAFE_INTEGER, heavyPercent: 100 },
    },
  }).catch((failure: unknown) => {
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
    rest: createRest(frame, tokens),
    restApi: createRestApi(origin, tokens),
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
