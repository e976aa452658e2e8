import { PassThrough } from 'node:stream';
import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import { DrainingTransport } from '../../../src/transports/mcp/draining-transport.ts';

const ping = (id: number) => ({ jsonrpc: '2.0', id, method: 'ping' }) as const;

const connected = async () => {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const transport = new DrainingTransport(stdin, stdout);
  const received: JSONRPCMessage[] = [];
  transport.onmessage = (message) => {
    received.push(message);
  };
  let closed = false;
  transport.onclose = () => {
    closed = true;
  };
  await transport.start();
  const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  return { stdin, stdout, transport, received, turn, isClosed: () => closed };
};
const answer = (id: number) => ({ jsonrpc: '2.0', id, result: {} }) as const;

describe('DrainingTransport', () => {
  it('closes at the end of input only when what was asked is answered', async () => {
    const { stdin, stdout, transport, received, turn, isClosed } = await connected();
    // The last line has no end, as when a text is piped in.
    stdin.end(`${JSON.stringify(ping(1))}\n${JSON.stringify(ping(2))}`);
    await turn();
    expect([received.length, isClosed()]).toEqual([2, false]);
    await transport.send(answer(1));
    await turn();
    expect(isClosed()).toBe(false);
    await transport.send(answer(2));
    await transport.closed;
    expect(isClosed()).toBe(true);
    expect(String(stdout.read()).trim().split('\n')).toHaveLength(2);
  });

  it('waits for no answer to what was cancelled, nor to a subscription', async () => {
    const { stdin, transport } = await connected();
    const cancelled = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
    const listen = { ...ping(2), method: 'subscriptions/listen' };
    stdin.end([ping(1), cancelled, listen].map((message) => `${JSON.stringify(message)}\n`).join(''));
    await transport.closed;
  });

  it('reads nothing more once it drains, however often it is told', async () => {
    const { stdin, transport, received } = await connected();
    const all = [transport.drain(), transport.drain()];
    stdin.write(`${JSON.stringify(ping(1))}\n`);
    await Promise.all(all);
    expect(received).toEqual([]);
  });

  it('answers a line that is no message with an error, and lives on', async () => {
    const { stdin, stdout, transport, received, turn } = await connected();
    const errors: Error[] = [];
    transport.onerror = (error) => {
      errors.push(error);
    };
    stdin.write(`{broken\n${JSON.stringify(ping(1))}\n`);
    await turn();
    expect([errors.length, received.length]).toEqual([0, 1]);
    expect(JSON.parse(String(stdout.read()))).toMatchObject({ id: null, error: { code: -32_700 } });
  });
});
