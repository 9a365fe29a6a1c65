/**
 * Addresses that give a file with no other sign-in: those of `im.v2.File.download` once (RF 3.10), the `DOWNLOAD_URL`
 * of Drive as often as one likes.
 */
import { randomBytes } from 'node:crypto';
import type { World } from '../world/types.ts';

interface Link {
  fileId: number;
  isOnce: boolean;
}

const linksOf = new WeakMap<World, Map<string, Link>>();

export const oneTimePath = '/rest/download.json';

/** @returns absolute */
export function oneTimeLink(world: World, origin: string, fileId: number): string {
  return link(world, origin, 'im', { fileId, isOnce: true });
}

/** @returns absolute */
export function driveLink(world: World, origin: string, fileId: number): string {
  return link(world, origin, 'disk', { fileId, isOnce: false });
}

function link(world: World, origin: string, scope: string, target: Link): string {
  const links = linksOf.get(world) ?? new Map<string, Link>();
  linksOf.set(world, links);
  const token = `${scope}|${randomBytes(24).toString('base64url')}`;
  links.set(token, target);
  return `${origin}${oneTimePath}?token=${encodeURIComponent(token)}`;
}

/** The file's id; undefined when the link was used up, or is none. */
export function takeLink(world: World, token: string): number | undefined {
  const links = linksOf.get(world);
  const target = links?.get(token);
  if (target?.isOnce === true) links?.delete(token);
  return target?.fileId;
}
