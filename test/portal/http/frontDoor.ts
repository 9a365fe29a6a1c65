/** One port for http and https: the first byte of a connection tells which of the two it speaks. */
import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';

/** What every TLS connection begins with: the type of a handshake record. No method of HTTP begins so. */
const tlsHandshake = 0x16;

export interface FrontDoor {
  /** A server that is to listen, in place of the two behind it. */
  createServer(): Server;
  /** Stops listening and ends every connection, idle or not. */
  close(): Promise<void>;
}

export function createFrontDoor(http: HttpServer, https: HttpsServer): FrontDoor {
  const servers = new Set<Server>();
  const sockets = new Set<Socket>();

  function welcome(socket: Socket): void {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const first: unknown = socket.read(1);
      // Nothing to read: the caller hung up without a word.
      if (!Buffer.isBuffer(first)) return void socket.destroy();
      socket.unshift(first);
      return void (first[0] === tlsHandshake ? https : http).emit('connection', socket);
    });
  }

  return {
    createServer() {
      // The options with which Node's own http server listens.
      const server = createServer({ allowHalfOpen: true, noDelay: true }, welcome);
      servers.add(server);
      return server;
    },
    async close() {
      const closed = [...servers].map((server) => new Promise((resolve) => server.close(resolve)));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}
