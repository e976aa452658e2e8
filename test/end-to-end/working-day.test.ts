import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { type ClientDay, clientDays, eventOf } from '../support/client-days.ts';
import { hone } from '../support/hone-process.ts';
import { acceptedBy } from '../support/hook-outputs.ts';
import { runHookProcess } from '../support/run-hook-process.ts';
import { type Serving, startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CORRECTION = "No, don't use npm here, we use pnpm: run pnpm test instead.";
const RULE = 'Run the tests of a service with pnpm test, not with npm test';

const locks: Database.Database[] = [];
afterEach(() => {
  for (const lock of locks.splice(0)) lock.close();
});

/** A developer's machine: a store, a server that an agent talks to, and hooks in processes of their own. */
const machine = async (day: ClientDay) => {
  const home = temporaryFolder();
  const folder = join(home, 'app');
  mkdirSync(folder);
  const server = startServing(home);
  let id = 0;
  const request = async (method: string, params: object): Promise<{ result: Record<string, unknown> }> => {
    id += 1;
    server.send({ jsonrpc: '2.0', id, method, params });
    const lines = await server.lines(id);
    return JSON.parse(lines.find((line) => JSON.parse(line).id === id) ?? '{}');
  };
  await request('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 't', version: '1' },
  });
  server.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
  await socketsIn(home);
  const environment = day.client === 'copilot-cli' ? { COPILOT_CLI: '1' } : {};
  return {
    home,
    server,
    call: async (name: string, args: object) => {
      const { result } = await request('tools/call', { name, arguments: args });
      return result.structuredContent as Record<string, unknown>;
    },
    /** What the client is told, as its hook's stdout; null for nothing. */
    hook: async (moment: keyof ClientDay['events'], session: string, prompt?: string): Promise<object | null> => {
      const found = eventOf(day, moment, { session, folder, ...(prompt === undefined ? {} : { prompt }) });
      if (found === null) return null;
      const { exitCode, stdout, stderr } = await runHookProcess([day.client, found.event], found.payload, {
        home,
        environment,
      });
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      if (stdout === '') return null;
      const said = JSON.parse(stdout) as object;
      acceptedBy(day.client, found.event, said);
      return said;
    },
  };
};

/** Waits for the server to answer hooks. */
const socketsIn = async (home: string): Promise<void> => {
  for (;;) {
    try {
      if (readdirSync(join(home, 'hone/hone.db.hooks/sockets')).length > 0) return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const stopped = async ({ child, ended }: Serving): Promise<void> => {
  child.stdin?.end();
  await ended;
};

describe.each(clientDays)('a working day with $client', (day) => {
  it('a correction is caught, kept, accepted, and there at the next matching prompt; a locked store loses nothing', async () => {
    const { home, server, call, hook } = await machine(day);

    // The first session: nothing is known yet, the agent does what it always does.
    expect(await hook('start', 'first')).toBeNull();
    expect(await hook('prompt', 'first', 'Run the tests of the billing service')).toBeNull();
    await hook('tool', 'first');
    await hook('said', 'first');
    expect(await hook('stop', 'first')).toBeNull();

    // The person corrects it while another process holds the store.
    const lock = new Database(join(home, 'hone/hone.db'));
    locks.push(lock);
    lock.exec('BEGIN EXCLUSIVE');
    expect(await hook('prompt', 'first', CORRECTION)).toBeNull();
    lock.exec('ROLLBACK');

    // At the stop the agent is asked once, with the person's words.
    const asked = await hook('stop', 'first');
    if (day.asks) expect(JSON.stringify(asked)).toContain(CORRECTION);
    else expect(asked).toBeNull();
    const recorded = await call('record_correction', {
      wrong: 'ran npm test',
      right: RULE,
      when: 'running the tests of a service',
      quote: CORRECTION,
      ...runNamedIn(asked),
    });
    const { lesson_id: lessonId } = recorded.lesson as { lesson_id: string };
    expect(await hook('stop', 'first'), 'asked once').toBeNull();
    await hook('end', 'first');
    expect((await hone(['review', 'accept', lessonId], { home })).exitCode).toBe(0);

    // The next session, another task of the kind.
    expect(JSON.stringify((await hook('start', 'second')) ?? '')).toMatch(
      day.client === 'opencode' ? /""/u : new RegExp(lessonId),
    );
    const third = await hook('prompt', 'third', 'Run the tests of the payment service');
    const told = day.speaks === 'prompt' ? third : await hook('tool', 'third');
    expect(JSON.stringify(told)).toContain(lessonId);
    expect(JSON.stringify(told)).toContain(RULE);
    expect(await hook('prompt', 'third', 'Run the tests of the ledger service too'), 'told once a session').toBeNull();

    // All of it is in the store: both runs, what was shown to whom, how it ended.
    await stopped(server);
    const { items } = JSON.parse((await hone(['runs', 'list', '--json'], { home })).stdout);
    expect(items).toHaveLength(2);
    const [shown, corrected] = items as { run: { run_id: string }; task: { text: string }; outcome?: object }[];
    expect(corrected?.task.text).toBe('Run the tests of the billing service');
    if (day.events.end !== null) expect(corrected?.outcome).toMatchObject({ source: 'agent' });
    const lesson = await hone(['lessons', 'show', lessonId, '--json'], { home });
    expect(JSON.parse(lesson.stdout).exposures).toMatchObject({ total: 1, latest: [{ run_id: shown?.run.run_id }] });
    expect(readdirSync(join(home, 'hone/hone.db.hooks'))).not.toContain('events.jsonl');
  });
});

const runNamedIn = (said: object | null): { run_id?: string } => {
  const run = /run_[0-9a-z]{24,}/u.exec(JSON.stringify(said ?? ''))?.[0];
  return run === undefined ? {} : { run_id: run };
};
