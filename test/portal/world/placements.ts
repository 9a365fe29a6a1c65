/** Bound places: adding and removing rows, and what a row is called for a person. */
import type { PlacementRow, World } from './types.ts';

type NewRow = Pick<PlacementRow, 'appCode' | 'placement' | 'handler' | 'title' | 'options'> &
  Partial<Omit<PlacementRow, 'id'>>;

export function addPlacementRow(world: World, row: NewRow): PlacementRow {
  const whole = { id: world.nextId.placement, description: '', langAll: {}, userId: 0, ...row };
  world.nextId.placement += 1;
  world.placements.push(whole);
  return whole;
}

/** @returns how many rows there were */
export function removePlacementRows(world: World, isMeant: (row: PlacementRow) => boolean): number {
  const before = world.placements.length;
  world.placements = world.placements.filter((row) => !isMeant(row));
  return before - world.placements.length;
}

/** The title in the person's language, else in English, else as it was bound. */
export function titleFor(row: PlacementRow, language: string): string {
  return textFor(row, language, 'TITLE') || row.title;
}

export function descriptionFor(row: PlacementRow, language: string): string {
  return textFor(row, language, 'DESCRIPTION') || row.description;
}

function textFor({ langAll }: PlacementRow, language: string, key: 'TITLE' | 'DESCRIPTION'): string {
  return langAll[language]?.[key] || langAll['en']?.[key] || '';
}
