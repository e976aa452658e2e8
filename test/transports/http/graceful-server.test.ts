import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { gracefulServer } from '../../../src/transports/http/graceful-server.ts';

const listening = async (listener: (response: ServerResponse) => void) => {
  const web = gracefulServer((_, response) => listener(response));
  web.server.listen(0, '127.0.0.1');
  await once(web.server, 'listening');
  return { web, url: `http://127.0.0.1:${(web.server.address() as AddressInfo).port}/` };
};

describe('gracefulServer', () => {
  it('answers what is under way before it stops, and takes nothing new', async () => {
    let arrive: (response: ServerResponse) => void = () => {};
    const arrived = new Promise<ServerResponse>((resolve) => {
      arrive = resolve;
    });
    const { web, url } = await listening((response) => arrive(response));
    const asked = fetch(url).then((answer) => answer.text());
    const response = await arrived;
    const stopped = web.stop();
    await expect(fetch(url)).rejects.toThrow();
    response.end('done');
    expect(await asked).toBe('done');
    await stopped;
  });

  it('does not wait for a subscription or an open page', async () => {
    const { web, url } = await listening((response) => response.writeHead(200).write('open'));
    const answers = [
      await fetch(url, { headers: { 'Mcp-Method': 'subscriptions/listen' } }),
      await fetch(`${url}events?project=app`),
    ];
    await web.stop();
    for (const answer of answers) await expect(answer.text()).rejects.toThrow();
  });

  it('gives nobody for ever: neither for the head of a request, nor for its body, nor to fill the table of connections', () => {
    const { server } = gracefulServer(() => {});
    expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(30_000);
    expect(server.maxConnections).toBeLessThanOrEqual(2_000);
  });
});
