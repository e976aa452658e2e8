import { describe, expect, it } from 'vitest';
import { createRandomIds } from '../../src/adapters/system/random-ids.ts';
import { answerCheckpoint } from '../../src/use-cases/answer-checkpoint.ts';
import { createToken } from '../../src/use-cases/create-token.ts';
import { interventionTrends } from '../../src/use-cases/intervention-trends.ts';
import { listTokens } from '../../src/use-cases/list-tokens.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { recordOutcome } from '../../src/use-cases/record-outcome.ts';
import { requestCheckpoint } from '../../src/use-cases/request-checkpoint.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { openTestServices, soloAgent, soloPerson } from '../support/test-services.ts';

const DAY_HOURS = 24;

describe('a clock that jumps', () => {
  it.each([400, -400])('by %s days in the middle of a run breaks nothing and loses nothing', async (days) => {
    const { services, clock } = await openTestServices();
    const taught = await recordCorrection(services, soloPerson, {
      wrong: 'npm',
      right: 'Use pnpm.',
      when: 'installing',
    });
    const { run_id } = await startTask(services, soloAgent, { task: 'installing a package', task_key: 'K' });
    const asked = await requestCheckpoint(services, soloAgent, { run_id, question: 'May I?' });
    clock.advance(days * DAY_HOURS);
    const recalled = await recallLessons(services, soloAgent, { query: 'installing a package', run_id });
    expect(recalled.lessons.map(({ lesson_id }) => lesson_id)).toEqual([taught.lesson?.lesson_id]);
    const looked = await requestCheckpoint(services, soloAgent, {
      run_id,
      question: '',
      checkpoint_id: asked.checkpoint_id,
    });
    // Forward it has expired; back in time it still waits, and its answer counts.
    expect(looked.status).toBe(days > 0 ? 'expired' : 'pending');
    const answer = answerCheckpoint(services, soloPerson, { checkpoint_id: asked.checkpoint_id, answer: 'yes' });
    if (days > 0) await expect(answer).rejects.toMatchObject({ code: 'EXPIRED' });
    else await answer;
    const verdicts = [{ lesson_id: taught.lesson?.lesson_id ?? '', verdict: 'helpful' as const }];
    await recordOutcome(services, soloPerson, { run_id, outcome: 'completed_clean', verdicts });
    const again = await startTask(services, soloAgent, { task: 'installing a package', task_key: 'K' });
    expect(again.attempt).toBe(2);
    const trends = await interventionTrends(services, soloAgent, { since: '2025-01-01', until: '2028-01-01' });
    expect(trends.verdict.direction).toBe('too_few');
    expect((await services.inspection.facts()).damage).toBeNull();
  });

  it('FS-08.1 FS-08.2 brings no token back that ran out once, and orders by sequence', async () => {
    const { services, clock } = await openTestServices();
    const { token, id } = await createToken(services, soloPerson, {
      role: 'reviewer',
      projects: ['app'],
      expires: '90d',
      name: 'ben',
    });
    expect((await services.credentials.identify(token)).status).toBe('known');
    clock.advance(400 * DAY_HOURS);
    expect((await services.credentials.identify(token)).status).toBe('expired');
    clock.advance(-800 * DAY_HOURS);
    expect((await services.credentials.identify(token)).status).not.toBe('known');
    const { items } = await listTokens(services, soloPerson);
    expect(items.find((one) => one.id === id)?.status).not.toBe('live');
    const { items: events } = await services.audit.events('', {});
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
    expect((await services.audit.verify([])).ok).toBe(true);
  });

  it('never makes an id that sorts before one of the same process', () => {
    const times = [1_000_000, 1_000_001, 1_000_001 - 400 * 86_400_000, 1_000_002, 1_000_002 + 400 * 86_400_000, 5];
    const ids = createRandomIds(() => Math.max(0, times.shift() ?? 0));
    const made = Array.from({ length: 6 }, () => ids.next('run'));
    expect([...made].sort()).toEqual(made);
  });
});
