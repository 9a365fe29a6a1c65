/** What an answer becomes when a fault has its way with it. */
import { jsonType } from '../http/headers.ts';
import { toPhpJson } from '../http/json.ts';
import type { WireAnswer } from '../rest/send.ts';
import type { Switches } from '../world/types.ts';
import type { FaultRule } from './rules.ts';

const htmlType = 'text/html; charset=utf-8';

const gatewayTexts: Readonly<Record<number, string>> = {
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  504: 'Gateway Time-out',
};

/** `status`: the rule's body, or what Bitrix24 says with this status, or a front end's HTML page. */
export function statusAnswer(
  rule: FaultRule,
  version: 'v2' | 'v3',
  { limitWithoutCors }: Pick<Switches, 'limitWithoutCors'>,
  fallback = 502,
): WireAnswer {
  const status = rule.status ?? fallback;
  const text = rule.body ?? knownBody(status, version) ?? htmlPage(status);
  // A 503 comes from the front end (RF 8.3).
  const cors = rule.cors ?? !(status === 503 && limitWithoutCors);
  return { status, contentType: typeOf(text), text, cors };
}

/** `malformed`: 200 with the rule's body, or with JSON that ends too early. */
export function malformedAnswer(rule: FaultRule, answer: WireAnswer): WireAnswer {
  const half = answer.text.slice(0, Math.ceil(answer.text.length / 2));
  const text = rule.body ?? half;
  return { status: 200, contentType: rule.body === undefined ? jsonType : typeOf(text), text, cors: true };
}

/** The front end's refusal (RF 8.3); the same under both addresses, as it never reaches REST. */
export function queryLimitAnswer(cors: boolean): WireAnswer {
  const body = { error: 'QUERY_LIMIT_EXCEEDED', error_description: 'Too many requests' };
  return { status: 503, contentType: jsonType, text: toPhpJson(body), cors };
}

function knownBody(status: number, version: 'v2' | 'v3'): string | null {
  if (status === 503) return queryLimitAnswer(true).text;
  if (status !== 401 && status !== 429) return null;
  return toPhpJson(version === 'v2' ? knownV2[status] : knownV3[status]);
}

const knownV2 = {
  401: { error: 'expired_token', error_description: 'The access token provided has expired' },
  429: { error: 'OPERATION_TIME_LIMIT', error_description: 'Method is blocked due to operation time limit.' },
};

const knownV3 = {
  401: { error: { code: 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION', message: 'Access denied.' } },
  429: {
    error: {
      code: 'BITRIX_REST_V3_EXCEPTION_RATELIMITEXCEPTION',
      message: 'Request was blocked because the limit was exceeded.',
    },
  },
};

function htmlPage(status: number): string {
  const title = `${status} ${gatewayTexts[status] ?? 'Error'}`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
}

/** JSON, also where it is broken, else a page. */
function typeOf(text: string): string {
  if (/^\s*[[{"]/.test(text)) return jsonType;
  try {
    JSON.parse(text);
    return jsonType;
  } catch {
    return htmlType;
  }
}
