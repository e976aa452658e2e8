import { expect, it } from 'vitest';
import { backupCheck } from '../../../src/use-cases/health/backup-check.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { openTestServices, soloPerson } from '../../support/test-services.ts';

it('misses a backup only where there is something to lose, and says how old the newest is', async () => {
  const { services, clock } = await openTestServices();
  const status = async (made: { at: string; found: boolean }[]) => {
    const list = async () => made.map((one) => ({ ...one, file: '/elsewhere/hone.db' }));
    const [check] = await backupCheck({ ...services, backup: { ...services.backup, list } });
    return [check?.status, check?.detail];
  };
  expect((await status([]))[0]).toBe('ok');
  await recordCorrection(services, soloPerson, { wrong: 'a', right: 'Run the generator', when: 'changing the parser' });
  const at = clock.now();
  expect((await status([]))[0]).toBe('warn');
  expect((await status([{ at, found: false }]))[0]).toBe('warn');
  clock.advance(6 * 24);
  expect(await status([{ at, found: true }])).toEqual(['ok', 'The newest is 6 days old: /elsewhere/hone.db']);
  clock.advance(24);
  expect((await status([{ at, found: true }]))[0]).toBe('warn');
});
