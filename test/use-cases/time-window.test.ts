import { describe, expect, it } from 'vitest';
import { HoneError } from '../../src/domain/error.ts';
import { timeWindow, windowBefore } from '../../src/use-cases/time-window.ts';

const now = '2026-10-31T12:00:00.000Z';

describe('timeWindow', () => {
  it('is the last 30 days when nothing is said', () => {
    expect(timeWindow({}, now)).toEqual({ from: '2026-10-01T12:00:00.000Z', to: now });
  });

  it('counts days back from its end', () => {
    const window = timeWindow({ since: '7d', until: '2026-10-08T00:00:00Z' }, now);
    expect(window).toEqual({ from: '2026-10-01T00:00:00.000Z', to: '2026-10-08T00:00:00.000Z' });
  });

  it('takes a time', () => {
    expect(timeWindow({ since: '2026-10-30' }, now).from).toBe('2026-10-30T00:00:00.000Z');
  });

  it.each([
    { since: 'last week' },
    { since: '-3d' },
    { since: '0d' },
    { until: 'tomorrow' },
    { since: '2026-10-30', until: '2026-10-29' },
  ])('refuses %o with a right call', (input) => {
    const attempt = (): unknown => timeWindow(input, now);
    expect(attempt).toThrow(HoneError);
    expect(attempt).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', hint: expect.stringContaining('since') }));
  });
});

describe('windowBefore', () => {
  it('has equal length and ends where the window starts', () => {
    expect(windowBefore(timeWindow({ since: '7d' }, now))).toEqual({
      from: '2026-10-17T12:00:00.000Z',
      to: '2026-10-24T12:00:00.000Z',
    });
  });
});
