/** Finds what a page or its script asks to open, by the plain values that travel. */
import type { World } from '../../world/types.ts';
import type { Place } from './place.ts';

/**
 * What `lazyload` was asked for: an application by code, a bound row by id (null = PLACEMENT `DEFAULT`).
 * @returns null when the application does not exist; `'noHandler'` when the row is not (any more) one of its own
 */
export function requestedPlace(world: World, asked: Record<string, unknown>): Place | 'noHandler' | null {
  const app = world.apps.get(String(asked['app']));
  if (app === undefined) return null;
  const { placementId, options } = asked;
  const row =
    typeof placementId === 'number'
      ? world.placements.find((candidate) => candidate.id === placementId && candidate.appCode === app.code)
      : null;
  if (row === undefined) return 'noHandler';
  return {
    app,
    row,
    options: typeof options === 'object' && options !== null ? { ...options } : {},
    inSlider: asked['inSlider'] === true,
  };
}
