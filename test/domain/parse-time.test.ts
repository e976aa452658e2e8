import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/domain/parse-time.ts';

describe('parseTime', () => {
  it.each([
    ['2026-10-01', '2026-10-01T00:00:00.000Z'],
    ['2026-10-01T09:00Z', '2026-10-01T09:00:00.000Z'],
    ['2026-10-01T09:00:00Z', '2026-10-01T09:00:00.000Z'],
    ['2026-10-01T11:00:00.5+02:00', '2026-10-01T09:00:00.500Z'],
  ])('reads %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each([
    '',
    '30d',
    '2026',
    '2026-13-01',
    '2026-02-30',
    '2027-02-29T00:00:00Z',
    '2026-04-31T12:00:00+02:00',
    '+999999-01-01T00:00:00Z',
    '2026-10-01T25:00:00Z',
    '2026-10-01T09:00:00',
    'yesterday',
    '1',
  ])('refuses "%s"', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('knows leap years', () => {
    expect(parseTime('2028-02-29')).toBe('2028-02-29T00:00:00.000Z');
  });

  it('gives back every time it made', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true }), (date) => {
        expect(parseTime(date.toISOString())).toBe(date.toISOString());
      }),
    );
  });
});
