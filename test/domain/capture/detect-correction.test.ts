import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASK_FROM, detectCorrection } from '../../../src/domain/capture/detect-correction.ts';

const during = { before: 'I ran npm test.', did: ['npm test'], began: true };
const before = { before: '', did: [], began: false };

describe('detectCorrection', () => {
  it.each([
    "No, don't use npm here, we use pnpm: run pnpm test instead.",
    'Revert that, I said only the parser.',
    'Wrong. The config has to be in yaml, not in json.',
  ])('hears a correction of what the agent did: %s', (turn) => {
    const found = detectCorrection(turn, during);
    expect(found.probability).toBeGreaterThanOrEqual(ASK_FROM);
    expect(found.kind).toBe('correction');
    expect(found.draft).toMatchObject({ wrong: 'npm test', quote: turn });
  });

  it.each(['Fix the crash when the config file is empty.', 'yes, go on', 'thanks', ''])('hears none in: %s', (turn) => {
    expect(detectCorrection(turn, during)).toMatchObject({ kind: 'none' });
  });

  it('hears none before the agent did anything', () => {
    expect(detectCorrection("Don't use npm here, use pnpm.", before).kind).toBe('none');
  });

  it('gives a probability and a short quote for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), fc.boolean(), (turn, began) => {
        const { probability, draft } = detectCorrection(turn, { ...during, began });
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThan(1);
        expect(draft.quote.length).toBeLessThanOrEqual(300);
      }),
    );
  });
});
