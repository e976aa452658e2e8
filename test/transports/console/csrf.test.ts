import { describe, expect, it } from 'vitest';
import { csrfHolds, csrfToken } from '../../../src/transports/console/csrf.ts';

describe('csrfToken', () => {
  it('belongs to one session', () => {
    expect(csrfHolds('one', csrfToken('one'))).toBe(true);
    expect(csrfHolds('two', csrfToken('one'))).toBe(false);
    expect([undefined, '', 'x', ['x'], csrfToken('one').slice(1)].map((given) => csrfHolds('one', given))).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });

  it('is none without a session', () => {
    expect(csrfHolds('', csrfToken(''))).toBe(false);
  });
});
