import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hone } from '../support/hone-process.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Shortest part of a token that counts as a trace of it. */
const PART = 12;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** The secret half of a token as it may stand in a file: in parts, in base64, percent-encoded, in hexadecimal digits. */
const waysOf = (token: string): string[] => {
  const secret = token.replace(/^hone_/u, '');
  return [
    ...Array.from({ length: secret.length - PART + 1 }, (_, at) => secret.slice(at, at + PART)),
    ...[0, 1, 2].map((shift) => Buffer.from(secret.slice(shift)).toString('base64').replace(/=+$/u, '').slice(0, -2)),
    Buffer.from(secret).toString('hex'),
  ];
};

describe('tokens', () => {
  it('stand in no file and no line of the server, however they are presented', async () => {
    const home = temporaryFolder();
    const made = async (role: string): Promise<{ id: string; token: string }> => {
      const { stdout } = await hone(
        ['token', 'create', '--role', role, '--for', `${role}-1`, '--project', 'app', '--json'],
        { home },
      );
      return JSON.parse(stdout);
    };
    const [agent, reviewer, revoked] = [await made('agent'), await made('reviewer'), await made('agent')];
    await hone(['token', 'revoke', revoked.id], { home });
    const server = startServing(home, ['--http', '--port', '0'], { HONE_LOG: 'debug', HONE_TOKEN: '' });
    const [first = ''] = await server.lines(1);
    const origin = /http:\S+/u.exec(first)?.[0] ?? '';
    const types = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
    const call = (input: object) =>
      JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'recall_lessons', arguments: input },
      });
    const invented = `hone_${'Zq7'.repeat(14)}A`;
    const statuses = [];
    for (const token of [agent.token, reviewer.token, revoked.token, invented]) {
      const headers = { ...types, Authorization: `Bearer ${token}` };
      const asked = [
        fetch(`${origin}/mcp`, { method: 'POST', headers, body: call({ query: 'adding a column' }) }),
        fetch(`${origin}/mcp`, {
          method: 'POST',
          headers,
          body: call({ query: `what is ${token} for`, error: token }),
        }),
        fetch(`${origin}/mcp`, { method: 'POST', headers, body: `{"broken": "${token}",}` }),
        fetch(`${origin}/mcp?token=${token}`, { method: 'POST', headers: types, body: call({ query: 'x' }) }),
        fetch(`${origin}/lessons/${token}?q=${token}`, { headers: { Cookie: `hone_session=${token}` } }),
        fetch(`${origin}/login`, { method: 'POST', body: new URLSearchParams({ token }), redirect: 'manual' }),
        fetch(`${origin}/metrics`, {
          headers: { ...headers, 'X-Request-Id': token, 'User-Agent': token, traceparent: token },
        }),
      ];
      statuses.push((await Promise.all(asked)).map(({ status }) => status));
    }
    expect(statuses.map(([first_]) => first_)).toEqual([200, 200, 401, 401]);
    await hone(['recall', 'adding a column'], { home, environment: { HONE_TOKEN: invented } });
    await hone(['flag', `Use ${agent.token}`, '--when', 'calling'], {
      home,
      environment: { HONE_TOKEN: reviewer.token },
    });
    server.child.kill('SIGTERM');
    await server.ended;
    const written = Buffer.concat([
      ...filesIn(home).map((path) => readFileSync(path)),
      Buffer.from(server.stdout() + server.stderr()),
    ]);
    expect(written.length).toBeGreaterThan(50_000);
    for (const token of [agent.token, reviewer.token, revoked.token, invented]) {
      expect(waysOf(token).filter((way) => written.includes(way))).toEqual([]);
    }
  }, 60_000);
});
