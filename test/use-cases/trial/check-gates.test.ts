import { describe, expect, it } from 'vitest';
import { answerGate } from '../../../src/use-cases/trial/answer-gate.ts';
import { checkGates } from '../../../src/use-cases/trial/check-gates.ts';
import { rollBackTrial } from '../../../src/use-cases/trial/roll-back-trial.ts';
import { startTrial } from '../../../src/use-cases/trial/start-trial.ts';
import { openTestServices, soloAgent, soloPerson } from '../../support/test-services.ts';
import { runTasks } from '../../support/trials.ts';

const statusOf = async (services: Parameters<typeof checkGates>[0], gate: string) =>
  (await checkGates(services, soloPerson, {})).gates.find((one) => one.gate === gate);

describe('adoption gates', () => {
  it('are open in a new store', async () => {
    const { services } = await openTestServices();
    const { gates, ready } = await checkGates(services, soloPerson, {});
    expect(ready).toBe(false);
    expect(new Set(gates.map((gate) => gate.status))).toEqual(new Set(['open']));
  });

  it('are computed where the store can see', async () => {
    const opened = await openTestServices();
    const { services } = opened;
    await runTasks(opened, 25, () => ({}));
    await startTrial(services, soloPerson, { workflow: 'bugfix', owner: 'ann' });
    await rollBackTrial(services, soloPerson, { rehearse: true });
    expect(await statusOf(services, 'outcome_coverage')).toMatchObject({
      status: 'passed',
      detail: 'Coverage: 100.0 %, n = 25.',
    });
    expect(await statusOf(services, 'rollback_rehearsed')).toMatchObject({ status: 'passed' });
    expect(await statusOf(services, 'automatic_steps')).toMatchObject({ status: 'open' });
  });

  it('are asked where it cannot; the latest word counts, and only a lead’s', async () => {
    const { services } = await openTestServices();
    const answer = (passed: boolean, caller = soloPerson) =>
      answerGate(services, caller, { gate: 'restore_drill', passed, note: 'in 40 s' });
    await answer(false);
    expect(await statusOf(services, 'restore_drill')).toMatchObject({ status: 'failed' });
    await answer(true);
    expect(await statusOf(services, 'restore_drill')).toMatchObject({
      status: 'passed',
      detail: expect.stringMatching(/^ann said so on 2026-10-01: in 40 s$/u),
    });
    await expect(answer(true, soloAgent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const computed = answerGate(services, soloPerson, { gate: 'outcome_coverage', passed: true });
    await expect(computed).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('let a trial begin once all that stand before it hold', async () => {
    const opened = await openTestServices();
    const { services } = opened;
    await runTasks(opened, 25, () => ({}));
    await startTrial(services, soloPerson, { workflow: 'bugfix', owner: 'ann' });
    await rollBackTrial(services, soloPerson, { rehearse: true });
    for (const gate of ['restore_drill', 'power_cut_test', 'attack_suite', 'owner_and_deputy'] as const) {
      expect((await checkGates(services, soloPerson, {})).ready).toBe(false);
      await answerGate(services, soloPerson, { gate, passed: true });
    }
    expect((await checkGates(services, soloPerson, {})).ready).toBe(true);
  });
});
