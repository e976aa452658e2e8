import { describe, expect, it } from 'vitest';
import { backgroundShare } from '../../../src/domain/retrieval/background-frequencies.ts';
import { tokenize } from '../../../src/domain/retrieval/tokens.ts';

describe('the share of texts that hold a term', () => {
  it('is large for what every developer writes, and small for a name', () => {
    const [test, schema, name] = ['test', 'schema', 'kubeflowctl'].flatMap(tokenize).map(backgroundShare);
    expect(test).toBeCloseTo(0.195);
    expect(schema).toBeCloseTo(0.01);
    expect(name).toBeCloseTo(0.001);
  });

  it('is never zero, so that a weight can be made of it', () => {
    for (const term of ['', 'constructor', '__proto__']) expect(backgroundShare(term)).toBeGreaterThan(0);
  });
});
