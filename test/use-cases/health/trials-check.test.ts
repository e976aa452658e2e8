import { describe, expect, it } from 'vitest';
import { trialsCheck } from '../../../src/use-cases/health/trials-check.ts';
import { startTrial } from '../../../src/use-cases/trial/start-trial.ts';
import { openTestServices, soloPerson } from '../../support/test-services.ts';
import { runTasks } from '../../support/trials.ts';

describe('the check of trials', () => {
  it('passes without one, and while one runs', async () => {
    const { services } = await openTestServices();
    expect(await trialsCheck(services)).toMatchObject([{ status: 'ok', detail: 'No trial is running.' }]);
    await startTrial(services, soloPerson, { workflow: 'bugfix', owner: 'ann' });
    expect(await trialsCheck(services)).toMatchObject([{ status: 'ok', detail: expect.stringContaining('1 running') }]);
  });

  it('warns of harm and of a look that is due', async () => {
    const opened = await openTestServices();
    const { services } = opened;
    await startTrial(services, soloPerson, { workflow: 'bugfix', owner: 'ann' });
    await runTasks(opened, 60, (arm) => (arm === 'memory' ? { outcome: 'failed' } : {}));
    expect(await trialsCheck(services)).toMatchObject([
      { status: 'warn', detail: expect.stringContaining('shows harm') },
    ]);
    opened.clock.advance(24 * 7);
    expect(await trialsCheck(services)).toMatchObject([{ status: 'warn', detail: expect.stringContaining('is due') }]);
  });
});
