import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

const open = new Set<() => Promise<void>>();
afterEach(async () => {
  for (const close of open) await close();
});

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody on loopback who takes messages; `answer` is what each one gets. */
export const startReceiver = async (answer: { status: number; location?: string } = { status: 200 }) => {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response
        .writeHead(answer.status, answer.location === undefined ? {} : { Location: answer.location })
        .end('a text');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    open.delete(close);
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  open.add(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received, answer, close };
};
