import { describe, expect, it } from 'vitest';
import { claimOf, failureOf } from '../../src/domain/notice.ts';

const NOW = '2026-10-01T09:00:00.000Z';

describe('a failed notice', () => {
  it('is tried again after longer and longer waits, and given up after about a day', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((failures) => {
      const { result, until } = failureOf(NOW, failures, 'status 500', false);
      expect(result).toBe('failed');
      return Date.parse(until ?? '') - Date.parse(NOW);
    });
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(24 * 3_600_000);
    expect(failureOf(NOW, 8, 'status 500', false)).toEqual({ result: 'given_up', at: NOW, reason: 'status 500' });
  });

  it('is given up at once when the receiver wants no more', () => {
    expect(failureOf(NOW, 1, 'status 410', true).result).toBe('given_up');
  });

  it('is claimed for longer than an attempt lasts', () => {
    expect(Date.parse(claimOf(NOW).until ?? '') - Date.parse(NOW)).toBeGreaterThan(30_000);
  });
});
