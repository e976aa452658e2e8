import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { EventFields } from '../../../src/ports/event-log.ts';
import { requestLog } from '../../../src/transports/http/request-log.ts';

const SECRET = 'ghp_0123456789abcdefghijklmnopqrstuvwxyz';

const appWithLog = () => {
  const lines: (EventFields & { level: string; event: string })[] = [];
  const at =
    (level: string) =>
    (event: string, fields: EventFields = {}) =>
      void lines.push({ level, event, ...fields });
  const app = new Hono();
  app.use('*', requestLog({ debug: at('debug'), info: at('info'), warn: at('warn') }));
  app.use('*', async (context, next) => {
    if (context.req.method === 'POST') context.set('parsedBody' as never, (await context.req.json()) as never);
    await next();
  });
  app.all('/mcp', (context) => context.text('done'));
  app.get('/lessons/:id', (context) => context.text('a page'));
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/broken', (context) => context.text('no', 503));
  return { app, lines };
};

describe('requestLog', () => {
  it('says what was asked for by names of its own, under an id that the answer bears', async () => {
    const { app, lines } = appWithLog();
    const body = JSON.stringify({
      method: 'tools/call',
      params: { name: 'recall_lessons', arguments: { query: SECRET } },
    });
    const answer = await app.request('/mcp', { method: 'POST', body });
    expect(lines).toMatchObject([
      { level: 'info', event: 'request', route: '/mcp', status: 200, rpc_method: 'tools/call', tool: 'recall_lessons' },
    ]);
    expect(answer.headers.get('x-request-id')).toBe(lines[0]?.request_id);
  });

  it('keeps addresses, queries, unknown names and odd ids to itself', async () => {
    const { app, lines } = appWithLog();
    await app.request(`/lessons/${SECRET}?code=${SECRET}`, { headers: { 'X-Request-Id': `${SECRET} ${SECRET}` } });
    await app.request(`/${SECRET}`);
    await app.request('/mcp', { method: 'POST', body: JSON.stringify({ method: SECRET, params: { name: SECRET } }) });
    await app.request('/mcp', {
      method: 'POST',
      body: JSON.stringify({ method: 'tools/call', params: { name: SECRET, _meta: { traceparent: SECRET } } }),
    });
    expect(lines.map(({ route, status }) => [route, status])).toEqual([
      ['/lessons/:id', 200],
      ['/*', 404],
      ['/mcp', 200],
      ['/mcp', 200],
    ]);
    expect(JSON.stringify(lines)).not.toContain(SECRET);
  });

  it('takes the id that a proxy gave, whispers of probes and raises its voice for what failed', async () => {
    const { app, lines } = appWithLog();
    await app.request('/healthz', { headers: { 'X-Request-Id': 'proxy-0001' } });
    await app.request('/broken');
    expect(lines).toMatchObject([
      { level: 'debug', request_id: 'proxy-0001' },
      { level: 'warn', status: 503 },
    ]);
  });
});
