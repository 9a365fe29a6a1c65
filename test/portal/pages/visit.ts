/** One request for a page of the portal: who looks, at what, in which language. */
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { PortalContext } from '../context.ts';
import type { User, World } from '../world/types.ts';
import { sessionOf } from './session.ts';
import { textsFor } from './texts/texts.ts';
import type { Texts } from './texts/texts.ts';

export interface Visit {
  context: PortalContext;
  world: World;
  request: IncomingMessage;
  /** as the browser addressed it; its host becomes DOMAIN */
  url: URL;
  user: User;
  language: string;
  texts: Texts;
  /** shown inside a slider of the portal (`IFRAME=Y`): without the portal's head */
  embedded: boolean;
}

/** Reads a request. @throws Error when nobody is signed in: `switches.signedInUserId` names nobody */
export function visitOf(context: PortalContext, request: IncomingMessage): Visit {
  const { world } = context;
  const protocol = request.socket instanceof TLSSocket ? 'https' : 'http';
  const url = new URL(request.url ?? '/', `${protocol}://${request.headers.host ?? 'localhost'}`);
  const userId = context.signedIn.get(sessionOf(request) ?? '') ?? world.switches.signedInUserId;
  const user = world.users.get(userId);
  if (user === undefined) throw new Error(`No user ${userId} to be signed in`);
  const { language } = world.switches;
  const embedded = url.searchParams.get('IFRAME') === 'Y';
  return { context, world, request, url, user, language, texts: textsFor(language), embedded };
}
