import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { serveCommand } from '../support/serving.ts';
import { temporaryFolder } from '../support/test-services.ts';

interface Answer {
  readonly isError?: boolean;
  readonly content: readonly { text: string }[];
  readonly structuredContent?: Record<string, unknown>;
}

it('an agent goes on while the store is away, and what it said is recorded once the store is back', async () => {
  const home = temporaryFolder();
  const path = join(home, 'store.db');
  // A folder in the place of the store: nothing can be opened.
  mkdirSync(path);
  const client = new Client({ name: 'test', version: '1' });
  const start = serveCommand(home, ['--store', path]);
  await client.connect(new StdioClientTransport({ ...start, stderr: 'ignore' }));
  const call = async (name: string, args: object) =>
    (await client.callTool({ name, arguments: { ...args } })) as unknown as Answer;
  try {
    const started = await call('start_task', { task: 'fix the login page', task_key: 'APP-7', paths: ['src/a.ts'] });
    expect(started.structuredContent).toMatchObject({
      project: 'app',
      attempt: 1,
      boundary: [{ may: 'checkpoint' }],
      recall: { decision: 'degraded', path: 'none', lessons: [] },
    });
    const { run_id, task_id } = started.structuredContent as { run_id: string; task_id: string };
    expect((await call('recall_lessons', { query: 'login', run_id })).structuredContent).toMatchObject({
      decision: 'degraded',
    });
    const correction = { run_id, wrong: 'used npm', right: 'Use pnpm here.' };
    for (const [tool, args] of [
      ['record_correction', correction],
      ['record_outcome', { run_id, outcome: 'completed_clean' }],
    ] as const) {
      const kept = await call(tool, args);
      expect(kept.isError).toBe(true);
      expect(kept.content[0]?.text).toMatch(/^STORE_UNAVAILABLE: .*kept on this machine.*Do not send it again/su);
    }
    expect((await call('record_correction', { ...correction, right: 5 })).content[0]?.text).toContain('INVALID_INPUT');
    expect((await call('get_lesson', { lesson_id: 'les_x' })).content[0]?.text).toContain('STORE_UNAVAILABLE');

    rmSync(path, { recursive: true });
    const store = await openSqliteStore({ path });
    try {
      let history = await store.stores.runs.history('app', run_id);
      while (history === null || history.outcomes.length === 0) {
        await sleep(50);
        history = await store.stores.runs.history('app', run_id);
      }
      expect(history.task).toMatchObject({ task_id, task_key: 'APP-7' });
      expect(history.corrections).toHaveLength(1);
      expect(history.outcomes).toMatchObject([{ outcome: 'completed_clean', source: 'agent' }]);
      expect(history.recalls).toEqual([]);
      expect((await call('start_task', { task: 'again', task_key: 'APP-7' })).structuredContent).toMatchObject({
        task_id,
        attempt: 2,
      });
    } finally {
      await store.close();
    }
  } finally {
    await client.close();
  }
});
