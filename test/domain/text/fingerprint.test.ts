import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/domain/text/fingerprint.ts';

describe('fingerprint', () => {
  it('is the same whatever the order of keys, and ignores what is undefined', () => {
    expect(fingerprint({ a: 1, b: { c: [1, 2], d: 'x' } })).toBe(
      fingerprint({ b: { d: 'x', c: [1, 2] }, a: 1, e: undefined }),
    );
  });

  it('tells different values apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        if (!same && fingerprint(a) === fingerprint(b)) {
          expect(a).toEqual(b);
        }
      }),
    );
    expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
    expect(fingerprint('1')).not.toBe(fingerprint(1));
  });

  it('is 32 hexadecimal digits', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => /^[0-9a-f]{32}$/u.test(fingerprint(value))));
  });
});
