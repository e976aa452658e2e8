import { describe, expect, it } from 'vitest';
import { wilson } from '../../../src/domain/statistics/wilson.ts';
import { renderImpact } from '../../../src/transports/cli/render-impact.ts';
import type { LessonImpactRow } from '../../../src/use-cases/lesson-impact.ts';

const look = { show: (text: string) => text };
const row: LessonImpactRow = {
  lesson_id: 'les_1',
  rule: 'Edit the schema and run the generator, never the generated client',
  state: 'active',
  exposures: 30,
  helpful: 20,
  harmful: 1,
  ignored: 2,
  unused: 2,
  repeats_after: 1,
  tokens: 900,
  effect: wilson(20, 25),
  lift: null,
  verdict: 'prevents_repeats',
};

describe('renderImpact', () => {
  it('sums up, then lists each lesson with its counts and interval', () => {
    const text = renderImpact({ lessons: [row, { ...row, effect: null, verdict: 'too_few' }], uncovered: [] }, look);
    expect(text.split('\n')[0]).toBe('2 lessons: 1 prevents repeats, 1 too few to judge.');
    expect(text).toMatch(
      /prevents repeats +Edit the schema and run the generator, … +30 .*80\.0 % \(60\.9 to 91\.1 %\) +900 +les_1/u,
    );
  });

  it('shows what each lesson did for completion where arms were drawn', () => {
    const lift = { value: 0.12, n: 60, low: -0.02, high: 0.26, method: '' };
    const text = renderImpact({ lessons: [{ ...row, lift }, row], uncovered: [] }, look);
    expect(text).toContain('completion with it, points');
    expect(text).toContain('+12.0 (−2.0 to +26.0, n = 60)');
  });

  it('names what no lesson says', () => {
    const text = renderImpact({ lessons: [], uncovered: [{ example: 'pushed to main', corrections: 3 }] }, look);
    expect(text).toContain('No lesson was served or shown');
    expect(text).toContain('3 × pushed to main');
  });
});
