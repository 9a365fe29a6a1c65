/** The parameters of a REST request: URL query overlaid by the body (PB 1.3). */
import type { Params } from '../rest/call.ts';
import { parseJson } from './json.ts';
import { parseForm } from './phpForm.ts';

export type BodyKind = 'json' | 'brokenJson' | 'other' | 'none';

/** A file field of a form. */
export interface UploadedFile {
  name: string;
  body: Uint8Array;
}

export interface ParsedBody {
  kind: BodyKind;
  /** of a JSON body, as it came: an object, a list or a scalar */
  json: unknown;
  /** what the body adds to the parameters */
  params: Params;
  /** of a multipart form, by the name of the field */
  files: ReadonlyMap<string, UploadedFile>;
}

const noFiles: ReadonlyMap<string, UploadedFile> = new Map();

/** Reads a body by its content type; broken JSON is no error here, v2 ignores it. */
export async function parseBody(body: Buffer, contentType: string | undefined): Promise<ParsedBody> {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (body.length === 0) return { kind: 'none', json: undefined, params: {}, files: noFiles };
  if (type === 'application/json' || type.includes('+json')) return fromJson(body.toString('utf8'));
  const form = type === 'multipart/form-data' ? await fromMultipart(body, contentType ?? '') : null;
  const { params, files } = form ?? { params: parseForm(body.toString('utf8')), files: noFiles };
  return { kind: 'other', json: undefined, params, files };
}

/** The values of the URL's query. */
export function parseQuery(url: URL): Params {
  return parseForm(url.search.slice(1));
}

function fromJson(text: string): ParsedBody {
  try {
    const json = parseJson(text);
    const isArray = typeof json === 'object' && json !== null;
    const params = isArray ? Object.fromEntries(Object.entries(json)) : {};
    return { kind: 'json', json, params, files: noFiles };
  } catch {
    return { kind: 'brokenJson', json: undefined, params: {}, files: noFiles };
  }
}

/** null when it cannot be read */
async function fromMultipart(
  body: Buffer,
  contentType: string,
): Promise<Pick<ParsedBody, 'params' | 'files'> | null> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    const fields = new URLSearchParams();
    const files = new Map<string, UploadedFile>();
    for (const [key, value] of form) {
      if (typeof value === 'string') fields.append(key, value);
      else files.set(key, { name: value.name, body: new Uint8Array(await value.arrayBuffer()) });
    }
    return { params: parseForm(fields.toString()), files };
  } catch {
    return null;
  }
}
