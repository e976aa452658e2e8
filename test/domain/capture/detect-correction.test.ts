import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectCorrection } from '../../../src/domain/capture/detect-correction.ts';
import { shippedDetector } from '../../support/detector.ts';

const detector = shippedDetector();

const during = { before: 'I ran npm test.', did: ['npm test'], began: true };
const before = { before: '', did: [], began: false };

describe('detectCorrection', () => {
  it.each([
    "No, don't use npm here, we use pnpm: run pnpm test instead.",
    'No, you should only change the parser. Revert that, I said so.',
    'Wrong. The config has to be in yaml, not in json.',
  ])('hears a correction of what the agent did: %s', (turn) => {
    const found = detectCorrection(detector, turn, during);
    expect(found.probability).toBeGreaterThanOrEqual(detector.ask);
    expect(found.kind).toBe('correction');
    expect(found.draft).toMatchObject({ wrong: 'npm test', quote: turn });
  });

  it.each(['Fix the crash when the config file is empty.', 'yes, go on', 'thanks', ''])('hears none in: %s', (turn) => {
    expect(detectCorrection(detector, turn, during)).toMatchObject({ kind: 'none' });
  });

  it('hears none before the agent did anything', () => {
    expect(detectCorrection(detector, "Don't use npm here, use pnpm.", before).kind).toBe('none');
  });

  it('gives a probability and a short quote for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), fc.boolean(), (turn, began) => {
        const { probability, draft } = detectCorrection(detector, turn, { ...during, began });
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThan(1);
        expect(draft.quote.length).toBeLessThanOrEqual(300);
      }),
    );
  });
});
