import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';

const LONGEST_STOP_MS = 10_000;
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const CHECK_MS = 5_000;
/** More than any team holds open; beyond it somebody only wants to fill the table. */
const MOST_CONNECTIONS = 2_000;

export interface GracefulServer {
  readonly server: Server;
  /** Takes no new requests and resolves once those under way are answered, after ten seconds at most. */
  stop(): Promise<void>;
}

/** A subscription, or an open page that is told what waits, stays open on purpose; nobody waits for its end. */
const staysOpen = ({ headers, url }: IncomingMessage): boolean =>
  headers['mcp-method'] === 'subscriptions/listen' || /^\/events(\?|$)/u.test(url ?? '');

export const gracefulServer = (listener: RequestListener): GracefulServer => {
  const open = new Set<ServerResponse>();
  let reportIdle = (): void => {};
  // How often slow senders are looked for; Node's own 30 seconds would make of 10 seconds up to 40.
  const server = createServer({ connectionsCheckingInterval: CHECK_MS }, (request, response) => {
    if (!staysOpen(request)) {
      open.add(response);
      response.once('close', () => {
        open.delete(response);
        if (open.size === 0) reportIdle();
      });
    }
    listener(request, response);
  });
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.maxConnections = MOST_CONNECTIONS;
  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      if (open.size === 0) return resolve();
      const timer = setTimeout(resolve, LONGEST_STOP_MS);
      reportIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    server,
    stop: async () => {
      server.close();
      await idle();
      server.closeAllConnections();
    },
  };
};
