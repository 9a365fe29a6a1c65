/** The installed application, its places in the portal, and the webhook beside it. */
import { addPlacementRow } from '../placements.ts';
import type { App, World } from '../types.ts';

export interface PlacementOptions {
  placement: string;
  /** default: the app's address */
  handler?: string;
  /** default: the app's name */
  title?: string;
  options?: Record<string, string>;
}

export interface AppOptions {
  url?: string;
  /** null = none; given and `installed` not: the app waits for its installation */
  installUrl?: string | null;
  installed?: boolean;
  scopes?: string[];
  opensBy?: App['opensBy'];
  /** codes, or rows with more to say; default: one row, `TASK_VIEW_TAB` */
  placements?: Array<string | PlacementOptions>;
}

export const appCode = 'local.chatdesk';

export const defaultScopes = ['task', 'tasks', 'im', 'imopenlines', 'crm', 'placement', 'user_brief'];

/** The address of the one webhook: `/rest/1/chatdeskwebhook1/<method>`. */
export const webhookSecret = 'chatdeskwebhook1';

export const appTitle = 'Chat Desk';

export function installApp(world: World, appUrl: string, options: AppOptions = {}): void {
  const url = options.url ?? appUrl;
  const installUrl = options.installUrl ?? null;
  const scopes = options.scopes ?? defaultScopes;
  world.apps.set(appCode, {
    id: 1,
    code: appCode,
    clientId: 'local.66ba434d853c87.18550109',
    title: appTitle,
    url,
    installUrl,
    installed: options.installed ?? installUrl === null,
    scopes: [...scopes],
    opensBy: options.opensBy ?? 'form',
    applicationToken: '0d5c8e2f7b914a63a1c7f05e98d2b364',
    options: {},
    userOptions: {},
    startedBy: [],
    version: 1,
  });
  for (const entry of options.placements ?? ['TASK_VIEW_TAB']) addPlacement(world, url, entry);
  world.webhooks.push({ userId: 1, secret: webhookSecret, scopes: [...scopes, 'disk'] });
}

function addPlacement(world: World, url: string, entry: string | PlacementOptions): void {
  const wanted = typeof entry === 'string' ? { placement: entry } : entry;
  addPlacementRow(world, {
    appCode,
    placement: wanted.placement.toUpperCase(),
    handler: wanted.handler ?? url,
    title: wanted.title ?? appTitle,
    options: wanted.options ?? {},
  });
}
