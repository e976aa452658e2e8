import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fileSpool } from '../../../src/adapters/spool/file-spool.ts';
import { TeamSpool } from '../../../src/adapters/team/team-spool.ts';
import type { Captured } from '../../../src/domain/capture/captured.ts';
import type { HookQuestion } from '../../../src/domain/capture/hook-answer.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const event = (id: string): Captured => ({
  v: 1,
  id,
  at: '2026-10-01T00:00:00.000Z',
  project: 'app',
  client: 'claude-code',
  session: 's1',
  task_key: 'session s1',
  what: { type: 'ended', finished: true },
});
const QUESTION: HookQuestion = {
  v: 1,
  event: { client: 'claude-code', kind: 'prompt', session: 's1', text: 'install axios' },
  project: 'app',
  task_key: 'session s1',
  shown: [],
};
const soon = () => AbortSignal.timeout(10_000);

interface Delivery {
  readonly events: readonly Captured[];
  readonly question: HookQuestion | null;
}
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A server that answers as it is told, and a spool that sends to it. */
const noCalls = {
  keep: async () => {},
  waiting: async () => [],
  done: async () => {},
  setAside: async () => {},
  counts: async () => ({ waiting: 0, setAside: 0 }),
};

const setUp = async (reply: (delivery: Delivery) => { status: number; body: string }) => {
  const got: (Delivery & { token: string | undefined })[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const delivery = JSON.parse(text) as Delivery;
    got.push({ ...delivery, token: request.headers.authorization });
    const { status, body } = reply(delivery);
    response.writeHead(status).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close());
  const folder = temporaryFolder();
  const log: string[] = [];
  let time = 1_000_000;
  const now = () => time;
  const spool = fileSpool(folder, now);
  const team = {
    version: 1,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'hone_token',
    name: 'dan',
    roles: [],
    projects: '*',
    expires_at: null,
    connected_at: '',
  } as const;
  const waiting = new TeamSpool({ folder, spool, calls: noCalls, team, log: (line) => log.push(line), now });
  const later = (ms: number): void => {
    time += ms;
  };
  return { got, folder, log, spool, waiting, later };
};
const taken = ({ events }: Delivery) => ({
  status: 200,
  body: JSON.stringify({ kept: events.length, refused: 0, answer: null }),
});

describe('TeamSpool', () => {
  it('sends what waits along with a question, and gives the answer', async () => {
    const answer = { text: 'Use pnpm.', shown: ['les_1'] };
    const { got, spool, waiting } = await setUp(() => ({
      status: 200,
      body: JSON.stringify({ kept: 1, refused: 0, answer }),
    }));
    spool.append(event('a'));
    expect(await waiting.ask(QUESTION, soon())).toEqual(answer);
    expect(got).toEqual([{ events: [event('a')], question: QUESTION, token: 'Bearer hone_token' }]);
  });

  it('keeps an event until the server has it, and sends it again under the same id', async () => {
    let status = 503;
    const { got, spool, waiting, later, log } = await setUp((delivery) =>
      status === 200 ? taken(delivery) : { status, body: '{}' },
    );
    spool.append(event('a'));
    expect(await waiting.send(soon())).toMatchObject({ kept: 0, why: "the team's server answers with 503" });
    // For a while nobody waits for it.
    spool.append(event('b'));
    expect(await waiting.ask(QUESTION, soon())).toBeNull();
    expect(await waiting.send(soon())).toMatchObject({ why: 'the server was away a moment ago' });
    expect(got).toHaveLength(1);
    status = 200;
    later(30_000);
    expect(await waiting.send(soon())).toEqual({ kept: 2, refused: 0, why: null });
    expect(got.slice(1).flatMap(({ events }) => events.map(({ id }) => id))).toEqual(['a', 'b']);
    later(30_000);
    await waiting.send(soon());
    expect(await waiting.waits()).toBe(false);
    expect(log).toEqual(["the team's server answers with 503"]);
  });

  it('does not send again what the server has, while the file of it is still open to hooks', async () => {
    const { got, spool, waiting } = await setUp(taken);
    spool.append(event('a'));
    expect(await waiting.send(soon())).toMatchObject({ kept: 1 });
    expect(await waiting.send(soon())).toMatchObject({ kept: 0, why: null });
    spool.append(event('b'));
    await waiting.ask(QUESTION, soon());
    expect(got.map(({ events }) => events.map(({ id }) => id))).toEqual([['a'], ['b']]);
  });

  it('sends a long absence in parts, the newest with the question', async () => {
    const { got, spool, waiting } = await setUp(taken);
    for (let at = 0; at < 230; at += 1) spool.append(event(`e${at}`));
    await waiting.ask(QUESTION, soon());
    expect(got[0]?.events.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, at) => `e${at + 130}`));
    expect(await waiting.send(soon())).toMatchObject({ kept: 230, why: null });
    expect(got.slice(1).map(({ events }) => events.length)).toEqual([100, 100, 30]);
  });

  it('sends no more at once than a server takes', async () => {
    const { got, spool, waiting } = await setUp(taken);
    const long = { ...event('x'), what: { type: 'prompt', task: 'y'.repeat(40_000) } } as const;
    for (const id of ['a', 'b', 'c', 'd', 'e']) spool.append({ ...long, id });
    await waiting.send(soon());
    expect(got.map(({ events }) => events.map(({ id }) => id).join(''))).toEqual(['ab', 'cd', 'e']);
  });

  it('sets aside what no server understands, and goes on', async () => {
    const { folder, spool, waiting } = await setUp(() => ({ status: 400, body: '' }));
    spool.append(event('a'));
    expect(await waiting.send(soon())).toMatchObject({ why: null });
    expect(readFileSync(join(folder, 'set-aside.jsonl'), 'utf8')).toBe(`${JSON.stringify(event('a'))}\n`);
  });

  it.each([
    [{ status: 401, body: '' }, "the team's server refuses the token: run hone connect again"],
    [{ status: 200, body: '<html>' }, "what answers is no server of Hone's"],
    [{ status: 302, body: '' }, "the team's server answers with 302"],
  ])('says what is wrong with %j', async (reply, why) => {
    const { folder, spool, waiting } = await setUp(() => reply);
    spool.append(event('a'));
    expect(await waiting.send(soon())).toMatchObject({ kept: 0, why });
    expect(existsSync(join(folder, 'away'))).toBe(true);
    expect(await waiting.waits()).toBe(true);
  });

  it('gives up in time when the server says nothing', async () => {
    const { spool, waiting } = await setUp(taken);
    spool.append(event('a'));
    expect(await waiting.send(AbortSignal.abort())).toMatchObject({
      why: "the team's server is away (no answer in time)",
    });
  });
});
