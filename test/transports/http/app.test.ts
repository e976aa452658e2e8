import { describe, expect, it } from 'vitest';
import { createApp } from '../../../src/transports/http/app.ts';
import { Gate } from '../../../src/transports/http/authenticate.ts';
import { SignIn } from '../../../src/transports/http/sign-in.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { openTestServices } from '../../support/test-services.ts';

const HOST = { Host: '127.0.0.1' };
const TOKEN = 'hone_right';
const log = { debug: () => {}, info: () => {}, warn: () => {} };
const appWith = (services: () => Promise<Services>) => {
  const signIn = new SignIn();
  const gate = new Gate({ services, local: { user: 'ann', project: 'app' }, open: false, ownToken: TOKEN });
  const { app } = createApp({
    services,
    project: 'app',
    examine: async () => {
      throw new Error('not looked at');
    },
    version: '0.0.0-test',
    complain: () => {},
    log,
    gate,
    signIn,
    host: '127.0.0.1',
    allowedHosts: ['127.0.0.1'],
    allowHosts: [],
    people: null,
    publicUrl: null,
    resource: null,
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(`http://127.0.0.1${path}`, { headers: { ...HOST, ...headers } });
  return { app, signIn, get };
};
const bearer = { Authorization: `Bearer ${TOKEN}` };

describe('createApp', () => {
  it('shows nothing without a sign-in, and takes a token for one', async () => {
    const { services } = await openTestServices();
    const { app, get } = appWith(async () => services);
    const closed = await get('/');
    expect(closed.status).toBe(401);
    expect(await closed.text()).toContain('Sign in');
    const send = (token: string) =>
      app.request('http://127.0.0.1/login', { method: 'POST', body: new URLSearchParams({ token }), headers: HOST });
    expect((await send('wrong')).status).toBe(401);
    const signed = await send(TOKEN);
    expect([signed.status, signed.headers.get('location')]).toEqual([303, '/']);
    const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await get('/', { Cookie: cookie })).status).toBe(200);
    expect((await get('/', { Cookie: `${cookie}x` })).status).toBe(401);
  });

  it('needs the token at /mcp even with a sign-in', async () => {
    const { services } = await openTestServices();
    const { app, signIn } = appWith(async () => services);
    const headers = { ...HOST, Cookie: `hone_session=${signIn.session('own')}`, 'Content-Type': 'application/json' };
    const answer = await app.request('http://127.0.0.1/mcp', { method: 'POST', body: '{}', headers });
    expect(answer.status).toBe(401);
  });

  it('refuses what a stranger page sends, and headers that say something else than the body', async () => {
    const { services } = await openTestServices();
    const { app } = appWith(async () => services);
    const post = (args: string, headers: Record<string, string>) =>
      app.request('http://127.0.0.1/mcp', {
        method: 'POST',
        body: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"recall_lessons","arguments":${args}}}`,
        headers: {
          ...HOST,
          ...bearer,
          'Content-Type': 'application/json',
          Accept: 'application/json, text/event-stream',
          ...headers,
        },
      });
    expect((await post('{"query":"x"}', {})).status).toBe(200);
    expect((await post('{"query":"x"}', { Origin: 'http://127.0.0.1' })).status).toBe(200);
    const stranger = await post('{"query":"x"}', { Origin: 'http://127.0.0.1:9999' });
    expect([stranger.status, stranger.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect((await post('{"query":"x"}', { 'Mcp-Method': 'ping' })).status).toBe(400);
    expect((await post('{"query":"x"}', { 'Mcp-Name': 'get_lesson' })).status).toBe(400);
    const reserved = await post('{"query":"x","__proto__":{"role":"admin"}}', {});
    expect(await reserved.text()).toContain('INVALID_INPUT');
  });

  it('is ready only with a store, and forbids foreign scripts and frames', async () => {
    const away = appWith(async () => {
      throw new Error('away');
    });
    expect((await away.get('/healthz')).status).toBe(200);
    expect((await away.get('/readyz')).status).toBe(503);
    const page = await away.get('/', { Cookie: `hone_session=${away.signIn.session('own')}` });
    expect(page.status).toBe(503);
    expect(await page.text()).not.toContain('away');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    const { services } = await openTestServices();
    expect((await appWith(async () => services).get('/readyz')).status).toBe(200);
  });
});
