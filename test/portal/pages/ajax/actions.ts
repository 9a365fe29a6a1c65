/** What the parent window asks the portal's server for (PB 5.3 and 5.4, "server side of the actions"). */
import { refreshToken, tokenLifetime } from '../../auth/tokens.ts';
import type { App } from '../../world/types.ts';
import type { Visit } from '../visit.ts';
import { directory } from './directory.ts';

type Fields = Record<string, unknown>;
type Action = (visit: Visit, app: App, fields: Fields) => unknown;

/** Whether a fault keeps the parent window from answering this command; drawn anew for every one. */
const hear: Action = ({ context }, _app, { command }) => {
  const name = String(command);
  const muted =
    context.faults.take(['mute-parent'], name) !== null ||
    (name === 'refreshAuth' && context.faults.take(['mute-refresh']) !== null);
  return { muted };
};

const accessRefresh: Action = ({ world }, app, fields) => {
  const token = refreshToken(world, String(fields['refresh_token']));
  if (token === null || token.appCode !== app.code) return { error: 'invalid_grant' };
  return { access_token: token.access, refresh_token: token.refresh, expires_in: String(tokenLifetime) };
};

const setInstall: Action = ({ user }, app) => {
  if (!app.startedBy.includes(user.id)) app.startedBy.push(user.id);
  return { result: 'true' };
};

/** Only an administrator finishes an installation; the texts `true` and `false` are the portal's own (PB 5.4). */
const setInstalled: Action = ({ user }, app) => {
  if (user.isAdmin) app.installed = true;
  return { result: user.isAdmin ? 'true' : 'false' };
};

const setOption: Action = ({ user }, app, { name, value }) => {
  if (!user.isAdmin) return { error: 'access_denied' };
  app.options = { ...app.options, [String(name)]: value };
  return app.options;
};

const setUserOption: Action = ({ user }, app, { name, value }) => {
  app.userOptions[user.id] = { ...app.userOptions[user.id], [String(name)]: value };
  return { result: 'true' };
};

const actions: Readonly<Record<string, Action>> = {
  hear,
  access_refresh: accessRefresh,
  set_install: setInstall,
  set_installed: setInstalled,
  set_option: setOption,
  set_user_option: setUserOption,
  directory: ({ world }) => directory(world),
};

/** Runs one action; null when the action or the application is unknown. */
export function runAction(visit: Visit, fields: Fields): unknown {
  const name = String(fields['action']);
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const app = visit.world.apps.get(String(fields['app']));
  return action === undefined || app === undefined ? null : action(visit, app, fields);
}
