/** People as the portal's pages show them. */
import { isColleague } from '../world/rights.ts';
import type { User, World } from '../world/types.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

export function fullName(user: Pick<User, 'firstName' | 'lastName'>): string {
  return `${user.firstName} ${user.lastName}`.trim();
}

/** Those who can sign in and be chosen. */
export function employees(world: World): User[] {
  return [...world.users.values()].filter(isColleague);
}

/** A round with initials. Its colour is one of eight of the style sheet: the pages allow no inline styles. */
export function avatar(user: User): Html {
  const initials = [user.firstName, user.lastName].map((name) => /^./u.exec(name)?.[0] ?? '').join('');
  return html`<span class="avatar" data-hue="${user.id % 8}" aria-hidden="true">${initials}</span>`;
}

export function person(user: User | undefined): Html {
  if (user === undefined) return html`—`;
  return html`<span class="person">${avatar(user)}<span>${fullName(user)}</span></span>`;
}
