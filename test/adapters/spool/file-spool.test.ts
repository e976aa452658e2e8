import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileSpool } from '../../../src/adapters/spool/file-spool.ts';
import type { Captured } from '../../../src/domain/capture/captured.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const event = (id: string): Captured => ({
  v: 1,
  id,
  at: '2026-10-01T09:00:00.000Z',
  project: 'app',
  client: 'codex',
  session: 's',
  task_key: 'session s',
  what: { type: 'prompt', task: 'fix it' },
});

describe('fileSpool', () => {
  it('gives back what was appended, in order, in files of this user only', async () => {
    const folder = join(temporaryFolder(), 'spool');
    const spool = fileSpool(folder);
    expect(spool.waits()).toBe(false);
    spool.append(event('a'));
    spool.append(event('b'));
    expect(statSync(join(folder, 'events.jsonl')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(spool.waits()).toBe(true);
    const batches = await spool.claim();
    expect(batches.flatMap((batch) => batch.events.map(({ id }) => id))).toEqual(['a', 'b']);
  });

  it('keeps a claimed file until no hook can be writing to it, then lets it go', async () => {
    const folder = temporaryFolder();
    let now = 1_000_000;
    const spool = fileSpool(folder, () => now);
    spool.append(event('a'));
    for (const batch of await spool.claim()) await batch.done();
    const [claimed = ''] = readdirSync(folder);
    // A hook that had opened the file before it was renamed.
    appendFileSync(join(folder, claimed), `${JSON.stringify(event('late'))}\n`);
    now += 60_000;
    const second = await spool.claim();
    expect(second.flatMap((batch) => batch.events.map(({ id }) => id))).toEqual(['a', 'late']);
    for (const batch of second) await batch.done();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('counts lines that cannot be read and goes on', async () => {
    const folder = temporaryFolder();
    const spool = fileSpool(folder);
    spool.append(event('a'));
    appendFileSync(join(folder, 'events.jsonl'), '{"v":2,"id":"newer"}\n{"v":1,"id":"cut o');
    const [batch] = await spool.claim();
    expect(batch?.events.map(({ id }) => id)).toEqual(['a']);
    expect(batch?.unreadable).toBe(2);
  });
});
