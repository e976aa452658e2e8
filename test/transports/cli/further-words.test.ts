import { describe, expect, it } from 'vitest';
import { furtherWords } from '../../../src/transports/cli/further-words.ts';
import { clean, tasks } from '../../support/histories.ts';
import { trendsOf } from '../../support/trends.ts';

describe('furtherWords', () => {
  it('says nothing of what has no n', () => {
    expect(furtherWords(trendsOf([]))).toEqual([
      'Recalls by path: none.',
      'Review: no lesson was made, waits or was decided in this window.',
    ]);
  });

  it('gives each number its n, and its interval where it has one', () => {
    const [words] = furtherWords(trendsOf(tasks(30, () => ({ outcomes: [clean], recalls: [{}] }))));
    expect(words).toBe(
      'Abandoned tasks: 0.0 % (95 % 0.0 to 11.4 %, n = 30); half of all tasks resolved after 30 min (no interval, n = 30); recalls by path: hybrid 30.',
    );
  });
});
