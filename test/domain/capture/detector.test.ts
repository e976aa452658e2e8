import { describe, expect, it } from 'vitest';
import { interventionProbability } from '../../../src/domain/capture/detector.ts';
import { shippedDetector } from '../../support/detector.ts';

const detector = shippedDetector();
const DONE = 'I have updated the parser and all tests pass. Let me know if you need anything else!';

describe('the shipped detector', () => {
  it.each([
    'That is still wrong, the table should be sorted by date, not by name.',
    'You removed the licence header again. Put it back.',
    'nein, das ist falsch, es sollte immer noch die alte Datei lesen',
    "it doesn't work, I get the same error",
  ])('finds stepping in likelier than going on: %s', (turn) => {
    const stepsIn = interventionProbability(detector, turn, DONE);
    for (const goesOn of ['Great, please continue with the next task.', 'Create a README for the project']) {
      expect(stepsIn).toBeGreaterThan(interventionProbability(detector, goesOn, DONE));
    }
    expect(stepsIn).toBeGreaterThanOrEqual(detector.ask);
  });

  it('counts later than it asks', () => {
    expect(detector.count).toBeGreaterThan(detector.ask);
  });
});
