import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startOtlpPush } from '../../../src/adapters/telemetry/otlp-push.ts';
import { sampleFamily } from '../../../src/domain/telemetry/family.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

interface Received {
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly body: { resourceMetrics: unknown[] };
}

const collector = async (status = 200) => {
  const received: Received[] = [];
  let wake = (): void => {};
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    received.push({ url: request.url, key: request.headers['x-key'] as string, body: JSON.parse(text) });
    response.writeHead(status).end('{}');
    wake();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/metrics`;
  const arrived = async (count: number): Promise<void> => {
    while (received.length < count) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { url, received, arrived };
};

const target = (url: string, intervalMs: number) => ({
  url,
  intervalMs,
  timeoutMs: 1_000,
  headers: { 'x-key': 'a' },
  attributes: { 'service.name': 'hone' },
});
const families = async () => [sampleFamily('hone_lessons', [{ labels: { state: 'active' }, value: 2 }])];

describe('startOtlpPush', () => {
  it('sends now and again, and a last time at the end', async () => {
    const { url, received, arrived } = await collector();
    const stop = startOtlpPush(target(url, 5), families);
    await arrived(2);
    await stop();
    const count = received.length;
    expect(count).toBeGreaterThanOrEqual(3);
    expect(received[0]).toMatchObject({ url: '/v1/metrics', key: 'a', body: { resourceMetrics: [{}] } });
  });

  it('sends at the end of a process that lived shortly', async () => {
    const { url, received } = await collector();
    await startOtlpPush(target(url, 60_000), families)();
    expect(received).toHaveLength(1);
  });

  it('goes on when the collector refuses, and when nothing can be collected', async () => {
    const { url, arrived } = await collector(503);
    let calls = 0;
    const stop = startOtlpPush(target(url, 5), async () => {
      calls += 1;
      if (calls === 1) throw new Error('the store is away');
      return families();
    });
    await arrived(2);
    await stop();
  });

  it('loses its numbers and nothing else when nobody listens', async () => {
    await startOtlpPush(target('http://127.0.0.1:1/v1/metrics', 60_000), families)();
  });
});
