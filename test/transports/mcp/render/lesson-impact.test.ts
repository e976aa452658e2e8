import { describe, expect, it } from 'vitest';
import { renderLessonImpact } from '../../../../src/transports/mcp/render/lesson-impact.ts';
import type { LessonImpactRow } from '../../../../src/use-cases/lesson-impact.ts';

const row: LessonImpactRow = {
  lesson_id: 'les_1',
  rule: 'edit its source',
  state: 'active',
  exposures: 4,
  helpful: 3,
  harmful: 0,
  ignored: 1,
  unused: 0,
  repeats_after: 0,
  effect: { value: 0.25, n: 8, low: 0.1, high: 0.5, method: 'newcombe' },
  tokens: 90,
  lift: null,
  verdict: 'prevents_repeats',
};

describe('renderLessonImpact', () => {
  it('says what each lesson did, its words inside a fence', () => {
    const text = renderLessonImpact({ lessons: [row], uncovered: [] });
    expect(text).toMatch(/^1 lesson\.\n/u);
    expect(text).toContain('les_1 (active): prevents_repeats. Shown 4, helpful 3, harmful 0');
    expect(text).toContain('effect: 0.25 (n 8, 95 % interval 0.10 to 0.50)');
    expect(text).toMatch(/<<lessons [\s\S]+rule: edit its source[\s\S]+>>/u);
  });

  it('cuts a long list and says how to see the rest; an empty one says so', () => {
    expect(renderLessonImpact({ lessons: Array(12).fill(row), uncovered: [] })).toContain('2 more: narrow');
    const empty = renderLessonImpact({ lessons: [], uncovered: [{ example: 'wrong port', corrections: 3 }] });
    expect(empty).toContain('No lessons yet');
    expect(empty).toContain('- 3 like: wrong port');
  });
});
