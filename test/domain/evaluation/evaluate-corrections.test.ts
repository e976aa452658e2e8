import { describe, expect, it } from 'vitest';
import {
  evaluateDetector,
  evaluateTraining,
  type LabelledTurn,
  trainDetector,
  turnsFingerprint,
} from '../../../src/domain/evaluation/evaluate-corrections.ts';

const turns: LabelledTurn[] = Array.from({ length: 8 }, (_, repo) => [
  { repo: `r${repo}`, context: 'Done.', text: `No, that is wrong, it should be ${repo}`, intervention: true },
  { repo: `r${repo}`, context: 'Done.', text: `You forgot the test of part ${repo}`, intervention: true },
  { repo: `r${repo}`, context: 'Done.', text: `Thanks, add the page ${repo} please`, intervention: false },
  { repo: `r${repo}`, context: 'Done.', text: `Create a report for module ${repo}`, intervention: false },
]).flat();

describe('evaluateTraining', () => {
  it('judges each repository by what the others teach, the same each time', () => {
    const figures = evaluateTraining(turns);
    expect(figures).toMatchObject({ turns: 32, repositories: 8, interventions: 16 });
    expect(figures.average_precision.value).toBeGreaterThan(0.9);
    expect(figures.average_precision.low).toBeLessThanOrEqual(figures.average_precision.value);
    expect(evaluateTraining(turns)).toEqual(figures);
  });
});

describe('trainDetector', () => {
  it('learns to tell, and remembers which turns taught it', () => {
    const detector = trainDetector(turns);
    expect(evaluateDetector(detector, turns).average_precision.value).toBeGreaterThan(0.95);
    expect(detector.trained_on).toBe(turnsFingerprint([...turns].reverse()));
    expect(detector.trained_on).not.toBe(turnsFingerprint(turns.slice(1)));
  });
});
