/** Knows which connections wait for their next request, and can end those. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** ms a client gets to notice; a browser notices only when it wants to use the connection, and then takes another */
const patience = 100;

export class Connections {
  readonly #idle = new Set<Socket>();

  /** Counts a server's connections in. */
  watch(server: Server): void {
    server.on('connection', (socket: Socket) => socket.once('close', () => this.#idle.delete(socket)));
    server.on('secureConnection', (socket: Socket) => socket.once('close', () => this.#idle.delete(socket)));
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      const { socket } = request;
      this.#idle.delete(socket);
      response.once('close', () => {
        if (!socket.destroyed) this.#idle.add(socket);
      });
    });
  }

  /**
   * Ends every idle connection and waits until the clients have let go of them: one that had not noticed would send
   * its next request into the void.
   */
  async closeIdle(): Promise<void> {
    await Promise.all([...this.#idle].map(endGently));
  }
}

function endGently(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.destroy(), patience);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.end();
  });
}
