import { describe, expect, it } from 'vitest';
import { studentT } from '../../../src/domain/statistics/student-t.ts';

describe("Student's t", () => {
  // R: qt(0.975, c(1, 10, 39)), qt(0.95, 10)
  it.each([
    [1, 0.95, 12.7062],
    [10, 0.95, 2.22814],
    [39, 0.95, 2.02269],
    [10, 0.9, 1.81246],
  ])('with %d degrees of freedom holds the middle %d within %d', (freedom, share, expected) => {
    expect(studentT(freedom, share)).toBeCloseTo(expected, 4);
  });

  it('is that of the normal distribution in the end', () => {
    expect(studentT(1e6)).toBeCloseTo(1.96, 4);
  });
});
