import { describe, expect, it } from 'vitest';
import { RATE_LIMITS } from '../../src/domain/rate-limit.ts';
import type { RateLimits } from '../../src/ports/rate-limits.ts';

/** `again` opens the limits of another process on the same store, or of this one after a restart. */
export const describeRateLimits = (name: string, open: () => { limits: RateLimits; again: () => RateLimits }): void => {
  const upTo = async (limits: RateLimits, times: number, who: string) => {
    const waits = [];
    for (let at = 0; at < times; at += 1) waits.push(await limits.count('write', who));
    return waits;
  };

  describe(`rate limits: ${name}`, () => {
    it('lets the stated number through, then says how long to wait', async () => {
      const { limits } = open();
      const { calls, seconds } = RATE_LIMITS.write;
      const waits = await upTo(limits, calls + 2, 'tok_a');
      expect(waits.slice(0, calls).every((wait) => wait === null)).toBe(true);
      for (const wait of waits.slice(calls)) {
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(seconds * 1_000);
      }
    });

    it('counts each apart: by name of the limit and by who', async () => {
      const { limits } = open();
      await upTo(limits, RATE_LIMITS.write.calls, 'tok_a');
      expect(await limits.count('write', 'tok_a')).not.toBeNull();
      expect([await limits.count('read', 'tok_a'), await limits.count('write', 'tok_b')]).toEqual([null, null]);
      for (const odd of ["'; DROP TABLE call_count; --", '', '__proto__', 'ä\u0000b']) {
        expect(await limits.count('write', odd)).toBeNull();
      }
    });

    it('goes on counting in another process and after a restart', async () => {
      const { limits, again } = open();
      await upTo(limits, RATE_LIMITS.write.calls - 1, 'tok_a');
      const other = again();
      expect(await other.count('write', 'tok_a')).toBeNull();
      expect(await limits.count('write', 'tok_a')).not.toBeNull();
      expect(await again().count('write', 'tok_a')).not.toBeNull();
    });
  });
};
