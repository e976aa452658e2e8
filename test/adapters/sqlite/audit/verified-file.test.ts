import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { lastVerified, noteVerified, verifiedFile } from '../../../../src/adapters/sqlite/audit/verified-file.ts';
import { collectCounts } from '../../../../src/use-cases/collect-metrics.ts';
import { addLessons, newLesson } from '../../../contracts/samples.ts';
import { openTestServices, temporaryFolder } from '../../../support/test-services.ts';

it('keeps a time for this user only, and takes anything else for none', () => {
  const path = join(temporaryFolder(), 'hone.db');
  expect(lastVerified(path)).toBeNull();
  noteVerified(path, '2026-10-01T09:00:00.000Z');
  expect(lastVerified(path)).toBe('2026-10-01T09:00:00.000Z');
  if (process.platform !== 'win32') expect(statSync(verifiedFile(path)).mode & 0o077).toBe(0);
  writeFileSync(verifiedFile(path), 'yesterday');
  expect(lastVerified(path)).toBeNull();
  noteVerified(join(path, 'nowhere', 'hone.db'), '2026-10-01T09:00:00.000Z');
});

it('shows as a metric when the trail was last whole, and no later time once it is not', async () => {
  const { services, home } = await openTestServices();
  const verifiedAt = async () => {
    const families = await collectCounts(services, '*');
    const family = families.find(({ name }) => name === 'hone_audit_verified_timestamp_seconds');
    return family !== undefined && 'samples' in family ? family.samples : [];
  };
  await addLessons(services, newLesson('les_a'));
  expect(await verifiedAt()).toEqual([]);
  expect((await services.audit.verify([])).ok).toBe(true);
  const [first] = await verifiedAt();
  expect(first?.value).toBeGreaterThan(1_700_000_000);
  const database = new Database(join(home, 'hone.db'));
  database.exec("UPDATE lesson SET author = 'mallory'");
  database.close();
  expect((await services.audit.verify([])).ok).toBe(false);
  expect(await verifiedAt()).toEqual([first]);
});
