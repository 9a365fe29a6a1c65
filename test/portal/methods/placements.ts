/** `placement.*`: places that an application takes in the portal (PB 6, RF 6.1). */
import type { Call, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { addPlacementRow, descriptionFor, removePlacementRows, titleFor } from '../world/placements.ts';
import type { App, PlacementRow } from '../world/types.ts';
import { emptyArgument, readOptions, readTarget, readTexts } from './placement/bindParams.ts';
import { isGranted, placementKinds, type PlacementKind } from './placement/kinds.ts';
import { intOf, isEmpty, textOf, upperKeys } from './values.ts';

/** The calling application; only administrators get it. @throws V2Error 403 */
function appOfAdmin({ app, user }: Call): App {
  if (!app || !user.isAdmin) throw new V2Error('ACCESS_DENIED', 'Access denied!', 403);
  return app;
}

/** Whether the application is installed is not asked: until then the row is there and shown to nobody. */
function bind(call: Call): true {
  const app = appOfAdmin(call);
  const { world } = call;
  const { language } = world.switches;
  const params = upperKeys(call.params);
  const { placement, handler } = readTarget(params);
  const kind = placementKinds.get(placement);
  if (!kind || !isGranted(kind, call.scopes)) {
    throw new V2Error('ERROR_PLACEMENT_NOT_FOUND', 'Placement not found');
  }
  const options = readOptions(params['OPTIONS'], kind);
  const userId = intOf(params['USER_ID']);
  const same = world.placements.filter((row) => row.appCode === app.code && row.placement === placement);
  checkCount(kind, userId, same);
  kind.check?.(options);
  if (same.some((row) => row.handler === handler)) {
    throw new V2Error('ERROR_CORE', 'Unable to set placement handler: Handler already binded');
  }
  const langAll = readTexts(params, language);
  const own = langAll[language] ?? Object.values(langAll)[0];
  addPlacementRow(world, {
    appCode: app.code,
    placement,
    handler,
    title: own?.TITLE || app.title,
    description: own?.DESCRIPTION ?? '',
    langAll,
    options,
    userId,
  });
  return true;
}

/** Step 5. */
function checkCount(kind: PlacementKind, userId: number, same: readonly PlacementRow[]): void {
  if (userId > 0 && !kind.perUser) {
    throw new V2Error('ERROR_PLACEMENT_USER_MODE', 'User mode is not available');
  }
  if (same.filter((row) => row.userId === userId).length >= kind.maxCount) {
    throw new V2Error('ERROR_PLACEMENT_MAX_COUNT', `Placement max count: ${kind.maxCount}`);
  }
}

/** Each removed row counts twice. A place whose scope was taken away can still be unbound. */
function unbind(call: Call): { count: number } {
  const app = appOfAdmin(call);
  const { PLACEMENT: code, HANDLER: handler, USER_ID: userId } = upperKeys(call.params);
  const placement = textOf(code).toUpperCase();
  if (placement === '') throw emptyArgument('PLACEMENT');
  const removed = removePlacementRows(
    call.world,
    (row) =>
      row.appCode === app.code &&
      row.placement === placement &&
      (isEmpty(handler) || row.handler === handler) &&
      (userId === undefined || row.userId === intOf(userId)),
  );
  return { count: removed * 2 };
}

function get(call: Call): unknown {
  const app = appOfAdmin(call);
  const { language } = call.world.switches;
  return call.world.placements
    .filter((row) => row.appCode === app.code)
    .map((row) => ({
      id: row.id,
      placement: row.placement,
      userId: row.userId,
      handler: row.handler,
      options: row.options,
      title: titleFor(row, language),
      description: descriptionFor(row, language),
      langAll: row.langAll,
    }));
}

/** SCOPE: the codes of that scope; FULL: all there are; else those that the application may bind. */
function list({ params, scopes }: Call): string[] {
  const { SCOPE: scope, FULL: full } = upperKeys(params);
  const isMeant = (kind: PlacementKind): boolean => {
    if (!isEmpty(scope)) return kind.scope === scope;
    return isEmpty(full) || full === 'false' ? isGranted(kind, scopes) : true;
  };
  return [...placementKinds].filter(([, kind]) => isMeant(kind)).map(([code]) => code);
}

const method = (name: string, handle: V2Method['handle']): V2Method => ({
  name,
  scopes: ['placement'],
  needsApp: true,
  handle,
});

export const placements: V2Method[] = [
  method('placement.bind', bind),
  method('placement.unbind', unbind),
  method('placement.get', get),
  method('placement.list', list),
];
