import { readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it } from 'vitest';
import { type Serving, startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const INFO = { name: 'test', version: '1.0.0' };
const JSON_TYPE = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

interface Started {
  readonly server: Serving;
  readonly home: string;
  readonly origin: string;
  readonly token: string;
}

const start = async (args: readonly string[] = [], environment: Record<string, string> = {}): Promise<Started> => {
  const home = temporaryFolder();
  const server = startServing(home, ['--http', '--port', '0', ...args], environment);
  const [first = ''] = await server.lines(1);
  const origin = /^hone listening on (http:\/\/127\.0\.0\.1:\d+)$/u.exec(first)?.[1] ?? '';
  const kept = environment.HONE_TOKEN ?? (args.includes('--no-auth') ? '' : undefined);
  const token = kept ?? readFileSync(join(home, 'hone', 'token'), 'utf8').trim();
  return { server, home, origin, token };
};

const post = (origin: string, body: string, headers: Record<string, string>) =>
  fetch(`${origin}/mcp`, { method: 'POST', body, headers: { ...JSON_TYPE, ...headers } });

/** `fetch` sets Host itself, so this one goes below it. */
const statusFor = (origin: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(`${origin}/healthz`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('hone serve --http', () => {
  it.each(['auto', 'legacy'] as const)('serves a client that negotiates %s', async (mode) => {
    const { origin, token, server } = await start();
    const client = new Client(INFO, { versionNegotiation: { mode } });
    const headers = { Authorization: `Bearer ${token}` };
    await client.connect(new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), { requestInit: { headers } }));
    await client.listTools();
    await client.callTool({
      name: 'record_correction',
      arguments: {
        wrong: 'used the root user',
        right: 'use the app user',
        when: 'writing a container file',
        project: 'other',
      },
    });
    const recalled = await client.callTool({
      name: 'recall_lessons',
      arguments: { query: 'write a container file', project: 'other' },
    });
    const { lessons } = recalled.structuredContent as { lessons: { lesson_id: string }[] };
    expect(lessons).toHaveLength(1);
    // The project was named before, so its ids are within reach without it.
    const got = await client.callTool({ name: 'get_lesson', arguments: { lesson_id: lessons[0]?.lesson_id } });
    expect(got.structuredContent).toMatchObject({ rule: 'use the app user' });
    await client.close();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it('keeps strangers out', async () => {
    const { origin, token, home, server } = await start();
    expect(statSync(join(home, 'hone', 'token')).mode & 0o777).toBe(0o600);
    expect(server.stdout() + server.stderr()).not.toContain(token);

    const without = await post(origin, LIST, {});
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="hone"']);
    expect((await post(origin, LIST, { Authorization: `Bearer ${token}x` })).status).toBe(401);

    const auth = { Authorization: `Bearer ${token}` };
    expect((await post(origin, LIST, auth)).status).toBe(200);
    expect((await post(origin, JSON.stringify({ text: 'a'.repeat(300_000) }), auth)).status).toBe(413);
    expect((await post(origin, `${'['.repeat(30)}${']'.repeat(30)}`, auth)).status).toBe(400);

    expect(await statusFor(origin, { Host: 'evil.example' })).toBe(403);
    expect(await statusFor(origin, { Origin: 'https://evil.example' })).toBe(403);
    expect(await statusFor(origin, { Origin: 'null' })).toBe(403);
    expect(await statusFor(origin, {})).toBe(200);
  });

  it('shows its page to whoever signs in, by a link that works once', async () => {
    const { origin, server } = await start();
    expect((await fetch(`${origin}/`)).status).toBe(401);
    const link = /http:\S+\/login\?code=\S+/u.exec(server.stderr())?.[0] ?? '';
    const signed = await fetch(link, { redirect: 'manual' });
    const cookie = signed.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/u);
    const page = await fetch(`${origin}/`, { headers: { Cookie: cookie.split(';')[0] ?? '' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await page.text();
    expect(text).toContain(`${origin}/mcp`);
    expect(text).not.toMatch(/<script>|<style|style=/u);
    const style = /href="(\/assets\/style-\w+\.css)"/u.exec(text)?.[1];
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(401);
    expect((await fetch(`${origin}${style}`)).headers.get('content-type')).toMatch(/^text\/css/u);
  });

  it('is alive without a store, and says that it is not ready', async () => {
    const { origin } = await start(['--no-auth', '--store', temporaryFolder()]);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${origin}/`)).status).toBe(503);
    expect((await post(origin, LIST, {})).status).toBe(200);
  });

  it('takes a token from the environment', async () => {
    const { origin, token } = await start([], { HONE_TOKEN: 'a-token-from-elsewhere' });
    expect((await post(origin, LIST, { Authorization: `Bearer ${token}` })).status).toBe(200);
  });

  it('refuses a port that is taken, and other machines without a token', async () => {
    const { origin } = await start(['--no-auth']);
    const second = startServing(temporaryFolder(), ['--http', '--port', new URL(origin).port]);
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toContain('CONFLICT');
    const open = startServing(temporaryFolder(), ['--http', '--port', '0', '--host', '0.0.0.0', '--no-auth']);
    expect(await open.ended).toBe(2);
    const unnamed = startServing(temporaryFolder(), ['--http', '--port', '0', '--host', '0.0.0.0']);
    expect(await unnamed.ended).toBe(2);
    expect(unnamed.stderr()).toContain('HONE_TOKEN');
  });
});
