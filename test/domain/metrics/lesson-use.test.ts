import { describe, expect, it } from 'vitest';
import { lessonUses } from '../../../src/domain/metrics/lesson-use.ts';
import { history } from '../../support/histories.ts';

describe('lessonUses', () => {
  it('counts what became of each lesson, and shares tokens among the lessons of an answer', () => {
    const histories = [
      history({
        id: 'a',
        recalls: [{ shown: ['les_1', 'les_2'], tokens: 100 }],
        verdicts: [{ lesson: 'les_1', verdict: 'helpful' }],
        corrections: [{ why: 'ignored', lesson: 'les_2' }],
      }),
      history({ id: 'b', corrections: [{ why: 'unreviewed', lesson: 'les_3' }, { lesson: 'les_4' }] }),
    ];
    const uses = lessonUses(
      histories,
      histories.flatMap(({ corrections }) => corrections),
    );
    expect(uses.get('les_1')).toMatchObject({ exposures: 1, helpful: 1, harmful: 0, tokens: 50, repeats_after: 0 });
    expect(uses.get('les_2')).toMatchObject({ exposures: 1, helpful: 0, repeats_after: 1 });
    expect(uses.has('les_3') || uses.has('les_4')).toBe(false);
  });
});
