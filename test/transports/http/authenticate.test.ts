import { describe, expect, it } from 'vitest';
import { bearerOf, tokenCheck } from '../../../src/transports/http/authenticate.ts';

describe('tokenCheck', () => {
  it('lets in the right token only', () => {
    const right = tokenCheck('hone_abc');
    expect(['hone_abc', 'hone_ab', 'hone_abcd', 'HONE_ABC', '', undefined].map(right)).toEqual([
      true,
      ...Array(5).fill(false),
    ]);
  });
});

describe('bearerOf', () => {
  it('reads the scheme in any case, and nothing else', () => {
    expect(['Bearer a', 'bearer  a ', 'Basic a', 'Bearer', 'Bearer a b', undefined].map(bearerOf)).toEqual([
      'a',
      'a',
      ...Array(4).fill(undefined),
    ]);
  });
});
