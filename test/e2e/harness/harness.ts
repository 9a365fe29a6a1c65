/** The app's own connection without its screens: what it does on the wire can be asked for call by call. */
import { connect, type Portal } from '../../../src/portal/connect.ts';
import { PortalError } from '../../../src/portal/errors.ts';

declare global {
  interface Window {
    connection: Promise<Portal>;
    /** Settles a call so that it can leave the page: a PortalError as plain data. */
    settled(call: Promise<unknown>): Promise<unknown>;
  }
}

window.connection = connect();
window.connection.catch(() => {});
window.settled = async (call) => {
  try {
    return { value: await call };
  } catch (failure) {
    if (!(failure instanceof PortalError)) return { unexpected: String(failure) };
    const { kind, code, executed } = failure;
    return { failed: { kind, code, executed } };
  }
};
