import { describe, expect, it } from 'vitest';
import { readOverview } from '../../../src/transports/http/overview.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { inProject, openTestServices, soloAgent } from '../../support/test-services.ts';

describe('readOverview', () => {
  it('counts what is served and what waits, in one project only', async () => {
    const { services } = await openTestServices();
    await recordCorrection(services, soloAgent, {
      wrong: 'a',
      right: 'run the generator',
      when: 'changing the parser',
    });
    const own = await readOverview(services, soloAgent);
    expect([own.trends.project, own.lessons, own.waiting, own.checkpoints]).toEqual(['app', 1, 1, []]);
    const other = await readOverview(services, inProject(soloAgent, 'other'));
    expect([other.trends.project, other.lessons, other.waiting]).toEqual(['other', 0, 0]);
  });
});
