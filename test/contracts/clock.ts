import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/ports/clock.ts';

export const describeClock = (name: string, clock: Clock): void => {
  describe(`clock: ${name}`, () => {
    it('says the time in UTC with milliseconds', () => {
      expect(clock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
      expect(new Date(clock.now()).toISOString()).toHaveLength(24);
    });
  });
};
