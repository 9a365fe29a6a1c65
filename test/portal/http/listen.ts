/** Listens on this machine only, on IPv4 and IPv6 alike: `localhost` may mean either. */
import type { Server } from 'node:net';

export type Host = '127.0.0.1' | '::1';

const attempts = 5;

/**
 * Starts one server for each address, all on one port.
 * @param port 0 = any free one
 * @returns the servers that listen and their port. Without IPv6 on the machine there is one server.
 * @throws Error EADDRINUSE when the port is taken
 */
export async function listenOnLoopback<Kind extends Server>(
  create: () => Kind,
  port: number,
  hosts: readonly Host[] = ['127.0.0.1', '::1'],
): Promise<{ servers: Kind[]; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const servers: Kind[] = [];
    let chosen = port;
    try {
      for (const host of hosts) {
        const server = create();
        if (!(await listen(server, chosen, host))) continue;
        servers.push(server);
        const address = server.address();
        if (address !== null && typeof address === 'object') chosen = address.port;
      }
      return { servers, port: chosen };
    } catch (failure) {
      for (const server of servers) server.close();
      // A free port of one address may be taken on the other.
      if (port !== 0 || attempt === attempts) throw failure;
    }
  }
}

/** false = this machine has no such address */
function listen(server: Server, port: number, host: Host): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) => {
      if (failure.code === 'EADDRNOTAVAIL' || failure.code === 'EAFNOSUPPORT') resolve(false);
      else reject(failure);
    });
    server.listen(port, host, () => resolve(true));
  });
}
