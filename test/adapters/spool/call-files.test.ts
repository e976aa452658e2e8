import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callFiles } from '../../../src/adapters/spool/call-files.ts';
import type { KeptCall } from '../../../src/ports/call-spool.ts';
import { temporaryFolder } from '../../support/test-services.ts';

const call = (id: string): KeptCall => ({
  id,
  at: '2026-10-01T09:00:00.000Z',
  tool: 'record_correction',
  project: 'app',
  by: 'ann',
  input: { wrong: 'a', right: 'b', idempotency_key: id },
  ids: [`cor_${id}`],
});

describe('calls kept for later', () => {
  it('come out whole, oldest first, until they are done, and only their user can read them', async () => {
    const folder = join(temporaryFolder(), 'deep', 'calls');
    const spool = callFiles(folder);
    expect(await spool.waiting()).toEqual([]);
    await spool.keep(call('b'));
    await spool.keep(call('a'));
    expect(await callFiles(folder).waiting()).toEqual([call('a'), call('b')]);
    if (process.platform !== 'win32') {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
    await spool.done('a');
    await spool.done('a');
    expect(await spool.counts()).toEqual({ waiting: 1, setAside: 0 });
  });

  it('are set aside, not thrown away, when they are refused', async () => {
    const folder = temporaryFolder();
    const spool = callFiles(folder);
    await spool.keep(call('a'));
    await spool.setAside('a', 'NOT_FOUND');
    expect(await spool.waiting()).toEqual([]);
    expect(await spool.counts()).toEqual({ waiting: 0, setAside: 1 });
    expect(readdirSync(folder)).toEqual(['aside-NOT_FOUND-a.json']);
  });

  it('that cannot be read are counted and left alone', async () => {
    const folder = temporaryFolder();
    const spool = callFiles(folder);
    for (const [name, text] of [
      ['call-x.json', '{"id":'],
      ['call-y.json', '{"id":1}'],
      ['call-z.json', 'null'],
    ] as const) {
      writeFileSync(join(folder, name), text);
    }
    expect(await spool.waiting()).toEqual([]);
    expect((await spool.counts()).waiting).toBe(3);
  });

  it('are not without number', async () => {
    const folder = temporaryFolder();
    for (let n = 0; n < 1_000; n += 1) writeFileSync(join(folder, `call-${n}.json`), '{}');
    await expect(callFiles(folder).keep(call('a'))).rejects.toThrow('too many');
  });
});
