/** `POST /control/upload`: installs a ZIP application as the form of `/devops/install/<id>/` does. */
import * as v from 'valibot';
import { ArchiveError, readArchive } from '../archives/readArchive.ts';
import type { PortalContext } from '../context.ts';
import { uploadDefaults } from '../pages/devops/uploadForm.ts';
import { staticOriginOf } from '../pages/staticApps.ts';
import { uploadApp } from '../world/apps.ts';
import { appCode } from '../world/seed/app.ts';
import type { ArchiveFiles } from '../world/types.ts';
import { ControlError, read } from './input.ts';

const input = v.strictObject({
  title: v.exactOptional(v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'))),
  scopes: v.exactOptional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',').filter((scope) => scope !== '')),
    ),
  ),
  code: v.exactOptional(v.pipe(v.string(), v.regex(/^\w[\w.-]*$/, 'must be letters, digits, dots, dashes'))),
});

/**
 * @param body the bytes of the ZIP
 * @param query title, scopes (comma list, empty = none), code; what is left out is the form's own default
 * @returns the folder of this version
 */
export function uploadCall(context: PortalContext, body: Buffer, query: URLSearchParams) {
  const { world, origin } = context;
  const { code = appCode, ...fields } = read(input, Object.fromEntries(query));
  const staticOrigin = staticOriginOf(origin);
  const files = unpack(body);
  const { version } = uploadApp(world, {
    ...uploadDefaults(world.apps.get(code)),
    ...fields,
    code,
    files,
    staticOrigin,
  });
  return { code, version, url: `${staticOrigin}/static/${code}/${version}/` };
}

function unpack(body: Buffer): ArchiveFiles {
  try {
    return readArchive(body);
  } catch (failure) {
    throw failure instanceof ArchiveError ? new ControlError(`archive: ${failure.message}`) : failure;
  }
}
