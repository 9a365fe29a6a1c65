/** `im.v2.File.download`: addresses that give a file once, with no other sign-in (RF 3.10). */
import { randomBytes } from 'node:crypto';
import type { World } from '../world/types.ts';

const filesOf = new WeakMap<World, Map<string, number>>();

export const oneTimePath = '/rest/download.json';

/** @returns absolute */
export function oneTimeLink(world: World, origin: string, fileId: number): string {
  const links = filesOf.get(world) ?? new Map<string, number>();
  filesOf.set(world, links);
  const token = `im|${randomBytes(24).toString('base64url')}`;
  links.set(token, fileId);
  return `${origin}${oneTimePath}?token=${encodeURIComponent(token)}`;
}

/** The file's id; undefined when the link was used, or is none. */
export function takeLink(world: World, token: string): number | undefined {
  const links = filesOf.get(world);
  const fileId = links?.get(token);
  links?.delete(token);
  return fileId;
}
