import { describe, expect, it } from 'vitest';
import { NO_USE } from '../../../src/domain/metrics/lesson-use.ts';
import { lessonVerdicts } from '../../../src/domain/metrics/lesson-verdict.ts';

const use = (given: Partial<typeof NO_USE>, runs = 100) => ({ ...NO_USE, exposures: 40, ...given, runs });
const verdict = (given: Partial<typeof NO_USE>, runs?: number) => lessonVerdicts([use(given, runs)])[0];

describe('lessonVerdicts', () => {
  it.each([
    ['prevents_repeats', { helpful: 18, harmful: 2 }],
    ['does_harm', { helpful: 2, harmful: 18 }],
    ['is_ignored', { helpful: 3, ignored: 20 }],
    ['not_needed', { helpful: 3, unused: 20 }],
    ['too_few', { helpful: 10, harmful: 10 }],
    ['too_few', { helpful: 19 }],
  ] as const)('says %s', (expected, given) => {
    expect(verdict(given)).toBe(expected);
  });

  it('calls a lesson that none of 20 runs was shown not needed, and judges it before that no more than any other', () => {
    expect(verdict({ exposures: 0 }, 20)).toBe('not_needed');
    expect(verdict({ exposures: 0 }, 19)).toBe('too_few');
    expect(verdict({ exposures: 0, repeats_after: 1 }, 20)).toBe('too_few');
  });

  it('asks for more when many lessons are judged at once', () => {
    const borderline = use({ helpful: 4, harmful: 13, unused: 3 });
    expect(lessonVerdicts([borderline])).toEqual(['does_harm']);
    const crowd = Array.from({ length: 30 }, () => use({ helpful: 10, harmful: 10 }));
    expect(lessonVerdicts([borderline, ...crowd])[0]).toBe('too_few');
  });
});
