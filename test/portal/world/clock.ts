/** The portal's clock: dates carry the server's zone, as the cloud's servers do. */

const zoneMinutes = 180;

/** ISO 8601 with the offset of the portal's server zone, to the second: `2026-11-21T11:21:45+03:00` (RF 8.6). */
export function portalDate(at: number = Date.now()): string {
  const sign = zoneMinutes < 0 ? '-' : '+';
  const pad = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  const local = new Date(at + zoneMinutes * 60_000).toISOString().slice(0, 19);
  return `${local}${sign}${pad(zoneMinutes / 60)}:${pad(zoneMinutes % 60)}`;
}
