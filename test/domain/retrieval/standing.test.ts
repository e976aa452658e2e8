import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Match } from '../../../src/domain/retrieval/fusion.ts';
import { marginOver, standings } from '../../../src/domain/retrieval/standing.ts';

const match = (lexical: number, cosine: number | null): Match => ({ lexical, coverage: 0, cosine });

describe('the standing of candidates', () => {
  it('says who is closest to the query and to which share of the aspects, by meaning and by words', () => {
    const query = [match(10, 0.3), match(4, 0.6)];
    const aspects = [
      [match(8, 0.5), match(2, 0.1)],
      [match(8, 0.2), match(9, 0.4)],
    ];
    expect(standings([30, 20], [query, ...aspects]).map(({ closest }) => closest)).toEqual([
      { queryMeaning: 0, queryWords: 1, aspectsMeaning: 0.5, aspectsWords: 0.5 },
      { queryMeaning: 1, queryWords: 0, aspectsMeaning: 0.5, aspectsWords: 0.5 },
    ]);
  });

  it('measures the lead over the third', () => {
    const parts = [[match(1, 0.1), match(1, 0.1), match(1, 0.1)]];
    expect(standings([20, 50, 15], parts).map(({ lead }) => lead)).toEqual([5, 35, 0]);
    expect(standings([20], [[match(1, 0.1)]])[0]?.lead).toBe(20);
  });

  it('calls nobody closest where nothing matches, or without vectors by meaning', () => {
    const none = standings([0, 0], [[match(0, null), match(0, null)]]);
    for (const { closest } of none) expect(closest).toMatchObject({ queryMeaning: 0, queryWords: 0 });
  });

  it('does not depend on the order of the candidates', () => {
    const candidate = fc.record({
      score: fc.nat(60),
      match: fc.record({ lexical: fc.nat(9), coverage: fc.constant(0), cosine: fc.constantFrom(null, 0.2, 0.4) }),
    });
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 8 }), (all) => {
        const of = (list: typeof all) =>
          standings(
            list.map(({ score }) => score),
            [list.map((one) => one.match)],
          );
        expect(of([...all].reverse()).reverse()).toEqual(of(all));
      }),
    );
  });
});

describe('marginOver', () => {
  it('is 0 for whoever is not ahead, grows with the lead, and ends at ln 4', () => {
    expect(marginOver(10, 12)).toBe(0);
    expect(marginOver(20, 10)).toBeCloseTo(Math.log(2));
    expect(marginOver(100, 10)).toBeCloseTo(Math.log(4));
  });

  it('is no merit ahead of nothing: a weak match alone has none, a strong one has', () => {
    expect(marginOver(5, 0)).toBe(0);
    expect(marginOver(24, 0)).toBeCloseTo(Math.log(3));
  });
});
