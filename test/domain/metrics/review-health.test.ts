import { describe, expect, it } from 'vitest';
import type { LessonLife } from '../../../src/domain/metrics/lesson-life.ts';
import { reviewHealth } from '../../../src/domain/metrics/review-health.ts';
import { at, DAY } from '../../support/histories.ts';

type Step = LessonLife['steps'][number];
const HOUR = 60;
const step = (minutes: number, from: Step['from'], to: Step['to'], role: Step['role']): Step => ({
  from,
  to,
  role,
  at: at(minutes),
});
const life = (id: string, ...steps: Step[]): LessonLife => ({ lesson_id: id, steps, confirmed: [] });
const proposed = (start: number): Step => step(start, null, 'proposed', 'agent');
const window = [at(0), at(30 * DAY)] as const;

describe('review health', () => {
  it('counts what waits still as censored, in the time to the first decision', () => {
    const health = reviewHealth(
      [
        life('a', proposed(0), step(2 * HOUR, 'proposed', 'active', 'reviewer')),
        life('b', proposed(0), step(4 * HOUR, 'proposed', 'retired', 'lead')),
        life('c', proposed(0)),
      ],
      ...window,
    );
    expect(health.hours_to_first_review).toMatchObject({ value: 4, n: 3 });
    expect(health.queue_age_hours_p90).toMatchObject({ value: 30 * 24, n: 1 });
    expect(health.approval_share).toMatchObject({ value: 0.5, n: 2 });
  });

  it('takes no decision of policy or agent for a review', () => {
    const health = reviewHealth(
      [life('a', step(0, null, 'provisional', 'policy'), step(DAY, 'provisional', 'disputed', 'policy'))],
      ...window,
    );
    expect(health.approval_share.n).toBe(0);
    expect(health.hours_to_first_review).toMatchObject({ value: null, n: 1 });
    expect(health.queue_age_hours_p90.value).toBe(29 * 24);
  });

  it('counts an approval as reversed within 14 days only, and waits as long before it says no', () => {
    const approved = (start: number): Step[] => [proposed(start), step(start + HOUR, 'proposed', 'active', 'reviewer')];
    const health = reviewHealth(
      [
        life('soon', ...approved(0), step(10 * DAY, 'active', 'disputed', 'developer')),
        life('late', ...approved(0), step(20 * DAY, 'active', 'retired', 'lead')),
        life('young', ...approved(25 * DAY)),
      ],
      ...window,
    );
    expect(health.reversals_within_14_days).toMatchObject({ value: 0.5, n: 2 });
  });

  it('of an empty store has no numbers', () => {
    for (const estimate of Object.values(reviewHealth([], ...window))) {
      expect(estimate).toMatchObject({ value: null, n: 0, low: null, high: null });
    }
  });
});
