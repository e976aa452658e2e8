import { describe, expect, it } from 'vitest';
import { exposuresOf } from '../../../src/domain/metrics/exposures.ts';
import { history } from '../../support/histories.ts';

describe('exposuresOf', () => {
  it('counts a lesson once a run, however often it was shown', () => {
    const task = history({ id: 'a', recalls: [{ shown: ['les_1', 'les_2'] }, { shown: ['les_1'] }] });
    expect(exposuresOf(task).map((one) => one.lesson_id)).toEqual(['les_1', 'les_2']);
  });

  it('lets the word of a person outweigh that of an agent, whichever came later', () => {
    const verdicts = [
      { lesson: 'les_1', verdict: 'harmful', source: 'human' },
      { lesson: 'les_1', verdict: 'helpful', source: 'agent' },
    ] as const;
    for (const order of [verdicts, [...verdicts].reverse()]) {
      const [exposure] = exposuresOf(history({ id: 'a', recalls: [{ shown: ['les_1'] }], verdicts: order }));
      expect(exposure?.verdict).toBe('harmful');
    }
  });

  it('is none without a lesson shown, whatever is said of it', () => {
    expect(exposuresOf(history({ id: 'a', verdicts: [{ lesson: 'les_1', verdict: 'helpful' }] }))).toEqual([]);
  });
});
