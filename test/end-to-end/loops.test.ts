import { describe, expect, it } from 'vitest';
import { judgeTraces } from '../support/judge-traces.ts';
import { openTestServices } from '../support/test-services.ts';

describe('work that goes in circles', () => {
  it('is found within two more cycles, and productive work is not stopped', async () => {
    const { services, clock } = await openTestServices();
    const { looping, productive } = await judgeTraces(services, clock);
    expect(looping.length).toBeGreaterThanOrEqual(30);
    expect(productive.length).toBeGreaterThanOrEqual(60);
    expect(looping.filter(({ right }) => !right)).toEqual([]);
    expect(productive.filter(({ right }) => !right)).toEqual([]);
  });
});
