import { describe, expect, it } from 'vitest';
import { explain, type Shares } from '../../../src/domain/retrieval/explain.ts';

const shares = (change: Partial<Shares> = {}): Shares => ({
  query: { lexical: 10, coverage: 0.5, cosine: null },
  aspects: [],
  sharedWords: [],
  scope: 0,
  recency: 1,
  utility: 1,
  certainty: 0.4,
  ...change,
});

describe('why a lesson came', () => {
  it('names words and certainty, and nothing that had no part in it', () => {
    expect(explain(shares())).toEqual(["words: 50 % of the query's weight", 'certainty 0.40']);
  });

  it('names each arm that had a part in it', () => {
    const lines = explain(
      shares({
        query: { lexical: 10, coverage: 0.25, cosine: 0.612 },
        aspects: [
          { text: 'far', match: { lexical: 0, coverage: 0, cosine: 0.1 } },
          { text: 'near', match: { lexical: 3, coverage: 0.333, cosine: 0.7 } },
        ],
        sharedWords: ['schema', 'lock'],
        scope: 0.5,
        recency: 0.75,
        utility: 0.3,
      }),
    );
    expect(lines).toEqual([
      "words: 25 % of the query's weight (schema, lock)",
      'meaning: cosine 0.61',
      'aspect: "near" cosine 0.70, words 33 %',
      'paths: 50 %',
      'age: ×0.75',
      'verdicts: ×0.30',
      'certainty 0.40',
    ]);
  });

  it('names at most eight words', () => {
    const sharedWords = Array.from({ length: 20 }, (_, index) => `word${index}`);
    expect(explain(shares({ sharedWords }))[0]).toMatch(/word7\)$/u);
  });

  it('names the aspect by words when there is no meaning', () => {
    const aspects = [{ text: 'locks', match: { lexical: 3, coverage: 0.5, cosine: null } }];
    expect(explain(shares({ aspects }))).toContain('aspect: "locks" words 50 %');
  });
});
