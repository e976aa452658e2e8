import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hone } from '../support/hone-process.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const environment = { HONE_DENSE: 'off' };

/** A folder in the place of the store: nothing can be opened. */
const setUp = () => {
  const home = temporaryFolder();
  const store = join(home, 'store.db');
  mkdirSync(store);
  const run = (...args: string[]) => hone([...args, '--store', store], { home, environment });
  const lessons = async (): Promise<{ rule: string; provenance: { author: string } }[]> =>
    JSON.parse((await run('lessons', 'list', '--json')).stdout).items;
  return { home, store, run, lessons };
};

it('a flag waits while the store is away, and the next flag records it, once', async () => {
  const { store, run, lessons } = setUp();
  const kept = await run('flag', 'Use pnpm', '--when', 'installing', '--not-when', 'in legacy/', '--cite', 'a.ts:1');
  expect(kept).toMatchObject({ exitCode: 0, stderr: '' });
  expect(kept.stdout).toMatch(/^STORE_UNAVAILABLE: .*\nWhat you said is kept on this machine/su);
  const secret = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
  const refused = await run('flag', `Use ${secret}`, '--when', 'signing in');
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  rmSync(store, { recursive: true });
  expect((await run('flag', 'Keep dates in UTC', '--when', 'storing a date')).exitCode).toBe(0);
  await run('flag', 'Validate the body', '--when', 'adding a route');
  expect((await lessons()).map((one) => one.rule).sort()).toEqual([
    'Keep dates in UTC',
    'Use pnpm',
    'Validate the body',
  ]);
});

it('the next server on the store records it, too', async () => {
  const { home, store, run, lessons } = setUp();
  await run('flag', 'Use pnpm', '--when', 'installing');
  rmSync(store, { recursive: true });
  const serving = startServing(home, ['--store', store]);
  const clientInfo = { name: 'test', version: '1' };
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
  serving.send(
    { jsonrpc: '2.0', id: 1, method: 'initialize', params },
    { jsonrpc: '2.0', method: 'notifications/initialized' },
  );
  const calls = join(home, 'hone/calls');
  const waiting = () =>
    readdirSync(calls, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.json'));
  while (waiting()) await new Promise((resolve) => setTimeout(resolve, 50));
  serving.child.stdin?.end();
  await serving.ended;
  expect((await lessons()).map((one) => [one.rule, one.provenance.author])).toEqual([['Use pnpm', 'ann']]);
});
