/**
 * The places the bar offers, and the one the page's address names: `?placement=TASK_VIEW_TAB&taskId=51`,
 * `?placement=CRM_DEAL_DETAIL_TAB&ID=10`.
 */
import { parsePlacement, type Placement } from '../portal/placement.ts';

/** INSTALL is ours: Bitrix24 says it by a flag, not by a placement. */
export const places = [
  'TASK_VIEW_TAB',
  'CRM_LEAD_DETAIL_TAB',
  'CRM_DEAL_DETAIL_TAB',
  'CRM_CONTACT_DETAIL_TAB',
  'CRM_COMPANY_DETAIL_TAB',
  'DEFAULT',
  'INSTALL',
] as const;
export type Place = (typeof places)[number];

/** The option in which the portal names the card; null: there is none. */
export function optionOf(place: Place): 'taskId' | 'ID' | null {
  if (place === 'TASK_VIEW_TAB') return 'taskId';
  return place.startsWith('CRM_') ? 'ID' : null;
}

export interface Opened {
  place: Place;
  /** as written in the address */
  id: string;
  placement: Placement;
}

/** @param query `location.search`; what it does not say is the application's own page */
export function readPlace(query: string): Opened {
  const asked = new URLSearchParams(query);
  const place = places.find((name) => name === asked.get('placement')) ?? 'DEFAULT';
  const option = optionOf(place);
  const id = (option && asked.get(option)) ?? '';
  const options = option ? { [option]: id } : {};
  return { place, id, placement: parsePlacement(place === 'INSTALL' ? '' : place, options) };
}
