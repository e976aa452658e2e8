import { describe, expect, it } from 'vitest';
import { storeChecks } from '../../../src/use-cases/health/store-checks.ts';

type Facts = Parameters<typeof storeChecks>[0];
const MIB = 1024 * 1024;
const sound: Facts = {
  schemaVersion: 1,
  newestSchemaVersion: 1,
  schemaDifferences: [],
  settings: [{ name: 'synchronous', value: '2', wanted: '2' }],
  damage: null,
  sizeBytes: MIB,
  walBytes: 0,
  freeDiskBytes: 5_000 * MIB,
  lessons: 0,
  lessonsWithVectors: 0,
  exposedFiles: [],
};
const statusOf = (name: string, change: Partial<Facts>): string | undefined =>
  storeChecks({ ...sound, ...change }).find((check) => check.name === name)?.status;

describe('storeChecks', () => {
  it('passes a sound store', () => {
    expect(storeChecks(sound).filter((check) => check.status !== 'ok')).toEqual([]);
  });

  it.each<[string, Partial<Facts>, string]>([
    ['schema', { schemaVersion: 2 }, 'fail'],
    ['settings', { settings: [{ name: 'synchronous', value: '1', wanted: '2' }] }, 'fail'],
    ['integrity', { damage: 'row missing from index' }, 'fail'],
    ['permissions', { exposedFiles: ['hone.db'] }, 'fail'],
    ['schema', { schemaDifferences: ['trigger t'] }, 'fail'],
    ['wal', { walBytes: 200 * MIB }, 'warn'],
    ['disk', { freeDiskBytes: 500 * MIB }, 'warn'],
    ['disk', { freeDiskBytes: 10 * MIB }, 'fail'],
    ['disk', { freeDiskBytes: null }, 'warn'],
  ])('%s with %j: %s', (name, change, status) => {
    expect(statusOf(name, change)).toBe(status);
  });

  it('says what to do about everything that fails', () => {
    const broken = storeChecks({
      ...sound,
      schemaVersion: 9,
      damage: 'x',
      freeDiskBytes: 0,
      settings: [{ name: 'a', value: '1', wanted: '2' }],
    });
    for (const check of broken.filter((one) => one.status === 'fail')) expect(check.fix).toMatch(/\w{3}/u);
  });
});
