/** The places the bar offers, and the one the page's address names: `?placement=TASK_VIEW_TAB&taskId=51`. */
import { parsePlacement, type Placement } from '../portal/placement.ts';

/** INSTALL is ours: Bitrix24 says it by a flag, not by a placement. */
export const places = ['TASK_VIEW_TAB', 'DEFAULT', 'INSTALL'] as const;
export type Place = (typeof places)[number];

export interface Opened {
  place: Place;
  /** as written in the address */
  taskId: string;
  placement: Placement;
}

/** @param query `location.search`; what it does not say is the application's own page */
export function readPlace(query: string): Opened {
  const asked = new URLSearchParams(query);
  const place = places.find((name) => name === asked.get('placement')) ?? 'DEFAULT';
  const taskId = asked.get('taskId') ?? '';
  return { place, taskId, placement: parsePlacement(place === 'INSTALL' ? '' : place, { taskId }) };
}
