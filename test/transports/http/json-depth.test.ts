import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deeperThan } from '../../../src/transports/http/json-depth.ts';

const nested = (depth: number): unknown =>
  depth === 0 ? 1 : depth % 2 === 0 ? [nested(depth - 1)] : { a: nested(depth - 1) };

describe('deeperThan', () => {
  it('counts arrays and objects', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (depth, limit) => {
        expect(deeperThan(nested(depth), limit)).toBe(depth > limit);
      }),
    );
  });

  it('takes plain values for flat', () => {
    expect([undefined, null, 'a', 1, true].map((value) => deeperThan(value, 0))).toEqual(Array(5).fill(false));
  });
});
