/** An inbound webhook's address: read, checked against the portal, and its secret kept out of everything else. */

export interface Webhook {
  /** `https://example.bitrix24.com` */
  origin: string;
  userId: string;
  secret: string;
}

/** Says what is wrong and what to do about it; never holds the secret. */
export class WebhookProblem extends Error {}

const example = 'https://example.bitrix24.com/rest/1/secret/';

/**
 * @param address as the portal shows it, `https://…/rest/<user>/<secret>/`; what stands after it (an example method
 * that was copied along) is left out
 * @throws WebhookProblem
 */
export function parseWebhook(address: string): Webhook {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    throw new WebhookProblem(`B24_WEBHOOK is not an address. It looks like ${example}`);
  }
  const [, userId, secret] = /^\/rest\/(?:api\/)?([1-9]\d*)\/([\w-]{8,})(?:\/|$)/.exec(url.pathname) ?? [];
  if (!/^https?:$/.test(url.protocol) || !userId || !secret) {
    throw new WebhookProblem(
      `B24_WEBHOOK is not the address of an inbound webhook. It looks like ${example}: the portal's address, "rest", ` +
        'a user id, a secret.',
    );
  }
  return { origin: url.origin, userId, secret };
}

/** Replaces the secret wherever a text holds it: portals put it into the addresses of files, for example. */
export function maskSecret(text: string, { secret }: Webhook): string {
  return text.replaceAll(secret, '***');
}

export interface PortalAnswer {
  status: number;
  contentType: string;
  /** masked */
  text: string;
}

/** ms; a portal gives a request up after a minute (RF 8.3). */
const timeLimit = 65_000;

/**
 * One POST to the portal in the webhook's name.
 * @param path `profile?x=1`, or `api/tasks.task.get` for REST 3.0
 * @throws WebhookProblem when no whole answer came, or a redirect, which would carry the secret to wherever it points
 */
export async function callPortal(
  webhook: Webhook,
  path: string,
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<PortalAnswer> {
  const { origin, userId, secret } = webhook;
  const [, version = '', method = ''] = /^(api\/)?(.*)$/.exec(path) ?? [];
  try {
    const response = await fetch(`${origin}/rest/${version}${userId}/${secret}/${method}`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': contentType },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeLimit),
    });
    return {
      status: response.status,
      contentType: maskSecret(response.headers.get('content-type') ?? 'text/plain', webhook),
      text: maskSecret(await response.text(), webhook),
    };
  } catch (failure) {
    throw new WebhookProblem(maskSecret(`${origin} gave no answer: ${reasonOf(failure)}`, webhook));
  }
}

/**
 * Asks the portal who the webhook is (`profile`, RF 5.3, any webhook may).
 * @returns a line for the terminal
 * @throws WebhookProblem that says what to do
 */
export async function checkWebhook(webhook: Webhook): Promise<string> {
  const form = 'application/x-www-form-urlencoded';
  const answer = await callPortal(webhook, 'profile', new Uint8Array(), form);
  const { result, error } = readProfile(answer.text);
  if (answer.status === 200 && result) {
    const name = `${result.NAME ?? ''} ${result.LAST_NAME ?? ''}`.trim();
    return `${webhook.origin} as ${name} (user ${webhook.userId})`;
  }
  if (answer.status === 401) {
    throw new WebhookProblem(
      `${webhook.origin} does not know this webhook. Copy its address again, or make a new one.`,
    );
  }
  const said = error ?? 'not as Bitrix24 does. Is it the address of a portal?';
  throw new WebhookProblem(`${webhook.origin} answered ${answer.status}, ${said}`);
}

interface Profile {
  result?: { NAME?: string; LAST_NAME?: string };
  error?: string;
}

function readProfile(text: string): Profile {
  try {
    return JSON.parse(text) as Profile;
  } catch {
    return {};
  }
}

/** Codes only: Node's own texts may hold the address. */
function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return 'unknown';
  if (failure.name === 'TimeoutError') return 'it took too long';
  const { cause } = failure;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  if (cause instanceof Error && /redirect/.test(cause.message)) return 'it redirects to another address';
  return failure.name;
}
