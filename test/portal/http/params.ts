/** The parameters of a REST request: URL query overlaid by the body (PB 1.3). */
import type { Params } from '../rest/call.ts';
import { parseJson } from './json.ts';
import { parseForm } from './phpForm.ts';

export type BodyKind = 'json' | 'brokenJson' | 'other' | 'none';

export interface ParsedBody {
  kind: BodyKind;
  /** of a JSON body, as it came: an object, a list or a scalar */
  json: unknown;
  /** what the body adds to the parameters */
  params: Params;
}

/** Reads a body by its content type; broken JSON is no error here, v2 ignores it. */
export async function parseBody(body: Buffer, contentType: string | undefined): Promise<ParsedBody> {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (body.length === 0) return { kind: 'none', json: undefined, params: {} };
  if (type === 'application/json' || type.includes('+json')) return fromJson(body.toString('utf8'));
  const params = type === 'multipart/form-data' ? await fromMultipart(body, contentType ?? '') : null;
  return { kind: 'other', json: undefined, params: params ?? parseForm(body.toString('utf8')) };
}

/** The values of the URL's query. */
export function parseQuery(url: URL): Params {
  return parseForm(url.search.slice(1));
}

function fromJson(text: string): ParsedBody {
  try {
    const json = parseJson(text);
    const isArray = typeof json === 'object' && json !== null;
    return { kind: 'json', json, params: isArray ? Object.fromEntries(Object.entries(json)) : {} };
  } catch {
    return { kind: 'brokenJson', json: undefined, params: {} };
  }
}

/** Text fields only; null when it cannot be read. */
async function fromMultipart(body: Buffer, contentType: string): Promise<Params | null> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    const fields = new URLSearchParams();
    for (const [key, value] of form) if (typeof value === 'string') fields.append(key, value);
    return parseForm(fields.toString());
  } catch {
    return null;
  }
}
