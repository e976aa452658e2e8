import { describe, expect, it } from 'vitest';
import { HoneError } from '../../../src/domain/error.ts';
import { attempt, ok } from '../../../src/use-cases/health/check.ts';

describe('attempt', () => {
  it('hands on what was found', async () => {
    expect(await attempt('disk', async () => [ok('disk', 'fine')])).toEqual([ok('disk', 'fine')]);
  });

  it('turns a check that breaks into one that fails, with what to do', async () => {
    const broken = await attempt('store', async () => {
      throw new HoneError('STORE_UNAVAILABLE', 'The file is damaged.', 'Restore a copy.');
    });
    expect(broken).toMatchObject([{ name: 'store', status: 'fail', fix: 'Restore a copy.' }]);
    const unforeseen = await attempt('store', async () => {
      throw new Error('no driver');
    });
    expect(unforeseen).toMatchObject([{ name: 'store', status: 'fail', detail: expect.stringMatching(/no driver/u) }]);
  });
});
