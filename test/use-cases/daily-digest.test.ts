import { describe, expect, it } from 'vitest';
import { dailyDigest } from '../../src/use-cases/daily-digest.ts';
import { digestText } from '../../src/use-cases/notices/digest-text.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { requestCheckpoint } from '../../src/use-cases/request-checkpoint.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { openTestServices, soloAgent, soloPerson } from '../support/test-services.ts';

describe('dailyDigest', () => {
  it('says of a quiet project that it was quiet', async () => {
    const { services } = await openTestServices();
    const digest = await dailyDigest(services, soloPerson, {});
    expect(digest).toMatchObject({ project: 'app', runs: 0, waiting: { review: 0, checkpoints: 0 } });
    expect(digestText(digest)).toContain('No agent ran.\nNo corrections.\n');
    expect(digestText(digest)).toContain('Waiting: nothing.');
  });

  it('counts what happened in its time and what waits, and holds no text', async () => {
    const { services, clock } = await openTestServices();
    await startTask(services, soloAgent, { task: 'the day before' });
    clock.advance(30);
    const { run_id } = await startTask(services, soloAgent, { task: 'installing dependencies' });
    await recordCorrection(services, soloAgent, { run_id, wrong: 'npm', right: 'Use pnpm here.' });
    await requestCheckpoint(services, soloAgent, { run_id, question: 'May I?' });
    clock.advance(3);
    const digest = await dailyDigest(services, soloPerson, { since: '1d' });
    expect(digest).toMatchObject({
      tasks: 1,
      runs: 1,
      runs_with_intervention: { value: 1, n: 1 },
      lessons: { proposed: 1, accepted: 0, left: 0 },
      waiting: { review: 1, oldest_review_hours: 3, checkpoints: 1, trials_due: [] },
      drift_alarm: false,
    });
    const text = digestText(digest);
    expect(text).toContain('1 run of 1 task; people stepped into 1 of 1 (100 %, 95 % interval');
    expect(text).toContain('Waiting: 1 lesson for review, the oldest for 3 hours; 1 question.');
    expect(text).not.toContain('pnpm');
    expect((await dailyDigest(services, soloPerson, { since: '7d' })).runs).toBe(2);
  });
});
