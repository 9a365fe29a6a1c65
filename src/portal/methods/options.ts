/**
 * Small texts the portal keeps for the application (v2, scope basic, RF 7.3): one set a person (`user.option`), one for
 * all (`app.option`, written by administrators only). A webhook has none of them: 'denied'.
 */
import type { RefusedBefore } from '../errors.ts';
import type { Rest, RestCommand } from '../rest.ts';

/** Told before anything is written; the docs name other codes than the portal's source (RF 7.3). */
const refusedBefore: RefusedBefore = [
  'ACCESS_DENIED',
  'ERROR_ARGUMENT',
  'AccessException',
  'ArgumentNullException',
];

export function userOptionCommand(name: string): RestCommand {
  return { method: 'user.option.get', parameters: { option: name } };
}

export function appOptionCommand(name: string): RestCommand {
  return { method: 'app.option.get', parameters: { option: name } };
}

/** @returns null when it was never set; what is no text as JSON, so that nobody takes it for nothing */
export function readOption(result: unknown): string | null {
  if (result === null || result === undefined) return null;
  return typeof result === 'string' ? result : JSON.stringify(result);
}

/** @returns null when it was never set @throws PortalError */
export async function getUserOption(rest: Rest, name: string): Promise<string | null> {
  return readOption(await rest.call(userOptionCommand(name)));
}

/** @throws PortalError */
export async function setUserOption(rest: Rest, name: string, value: string): Promise<void> {
  await rest.call(
    { method: 'user.option.set', parameters: { options: { [name]: value } } },
    { refusedBefore },
  );
}

/** @returns null when it was never set @throws PortalError */
export async function getAppOption(rest: Rest, name: string): Promise<string | null> {
  return readOption(await rest.call(appOptionCommand(name)));
}

/** @throws PortalError; 'denied' for who is no administrator */
export async function setAppOption(rest: Rest, name: string, value: string): Promise<void> {
  await rest.call(
    { method: 'app.option.set', parameters: { options: { [name]: value } } },
    { refusedBefore },
  );
}
