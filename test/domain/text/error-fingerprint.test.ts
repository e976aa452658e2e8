import { describe, expect, it } from 'vitest';
import { errorFingerprint } from '../../../src/domain/text/error-fingerprint.ts';

describe('errorFingerprint', () => {
  it('is the same for one failure at other times, places and addresses', () => {
    const first = '2026-10-01T09:00:00.123Z ERROR at src/pool.ts:41:7: timeout after 3000 ms (0x7ffde4a1)';
    const again = '2026-10-02T18:30:12.001Z ERROR at src/pool.ts:58:9: timeout after 5000 ms (0x1045abff)';
    expect(errorFingerprint(first)).toBe(errorFingerprint(again));
  });

  it('ignores hashes and ids', () => {
    expect(errorFingerprint('cannot read 3f2a9c1b77 of 7b0e4f6a-1c2d-4e5f-8a9b-0c1d2e3f4a5b')).toBe(
      errorFingerprint('cannot read 99e8d7c6b5 of 11111111-2222-3333-4444-555555555555'),
    );
  });

  it('keeps what says which failure it is', () => {
    expect(errorFingerprint('TypeError: x is undefined')).not.toBe(errorFingerprint('RangeError: x is undefined'));
    expect(errorFingerprint('deadbeef is no number')).toContain('deadbeef');
  });

  it('bounds what it reads', () => {
    expect(errorFingerprint('e'.repeat(1_000_000)).length).toBeLessThanOrEqual(8_000);
  });
});
