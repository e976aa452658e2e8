import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hone } from '../support/hone-process.ts';
import { type Serving, startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const started = async (home: string, port = 0): Promise<{ server: Serving; origin: string; token: string }> => {
  const server = startServing(home, ['--http', '--port', String(port)]);
  const [first = ''] = await server.lines(1);
  const token = readFileSync(join(home, 'hone', 'token'), 'utf8').trim();
  return { server, origin: first.replace('hone listening on ', ''), token };
};

/** Starts a task; the status, or null when the connection broke. A key makes a repeated call count once. */
const startTask = async (origin: string, token: string, key: string): Promise<number | null> => {
  const call = { name: 'start_task', arguments: { task: `mend the parser of file ${key}`, idempotency_key: key } };
  try {
    const answer = await fetch(`${origin}/mcp`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        Authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: call }),
    });
    const text = await answer.text();
    return text.includes('"run_id"') ? answer.status : null;
  } catch {
    return null;
  }
};

const runsOf = async (home: string): Promise<number> => {
  const { stdout } = await hone(['runs', 'list', '--json'], { home });
  return (JSON.parse(stdout) as { total: number }).total;
};

const logOf = (server: Serving): Record<string, unknown>[] =>
  server
    .stderr()
    .split('\n')
    .filter((line) => line.startsWith('{"level"'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a server that is asked to end under calls', () => {
  it('finishes what it took, ends with 0, and says so in a log that holds no text and no secret', async () => {
    const home = temporaryFolder();
    const { server, origin, token } = await started(home);
    expect(await startTask(origin, token, 'first')).toBe(200);
    const calls = Array.from({ length: 20 }, (_, at) => startTask(origin, token, `k${at}`));
    await calls[0];
    server.child.kill('SIGTERM');
    const acknowledged = (await Promise.all(calls)).filter((status) => status === 200).length;
    expect(await server.ended).toBe(0);
    expect(await runsOf(home)).toBeGreaterThanOrEqual(acknowledged + 1);
    const lines = logOf(server);
    expect(lines.at(0)).toMatchObject({ event: 'started' });
    expect(lines).toContainEqual(expect.objectContaining({ event: 'stopping', signal: 'SIGTERM' }));
    expect(lines.at(-1)).toMatchObject({ event: 'stopped' });
    const [call] = lines.filter(({ event }) => event === 'call');
    expect(call).toMatchObject({ tool: 'start_task', credential: 'own', duration_ms: expect.any(Number) });
    expect(lines).toContainEqual(expect.objectContaining({ event: 'request', request_id: call?.request_id }));
    expect(JSON.stringify(lines)).not.toContain(token);
    expect(JSON.stringify(lines)).not.toContain('parser');
  });

  it('loses no acknowledged write over restarts, and a call repeated under its key counts once', async () => {
    const home = temporaryFolder();
    let { server, origin, token } = await started(home);
    const port = Number(new URL(origin).port);
    let done = false;
    const untilDone = async (key: string): Promise<void> => {
      while ((await startTask(origin, token, key)) !== 200) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    const clients = Array.from({ length: 8 }, async (_, client) => {
      for (let call = 0; call < 5; call += 1) await untilDone(`c${client}-${call}`);
    });
    const all = Promise.all(clients).then(() => {
      done = true;
    });
    for (let restart = 0; restart < 2 && !done; restart += 1) {
      server.child.kill(restart === 0 ? 'SIGTERM' : 'SIGKILL');
      await server.ended;
      ({ server, origin, token } = await started(home, port));
    }
    await all;
    server.child.kill('SIGTERM');
    await server.ended;
    expect(await runsOf(home)).toBe(40);
  });
});
