import { describe, expect, it } from 'vitest';
import { tokenCount } from '../../../src/domain/text/token-count.ts';
import { projectBrief } from '../../../src/transports/mcp/project-brief.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { startTrial } from '../../../src/use-cases/trial/start-trial.ts';
import { openTestServices, soloPerson } from '../../support/test-services.ts';

describe('projectBrief', () => {
  it('says that there is nothing yet', async () => {
    const { services } = await openTestServices();
    expect(await projectBrief(services, soloPerson, 'app')).toMatch(/^No lessons in app yet/u);
  });

  it('holds at most 800 tokens, however many lessons there are', async () => {
    const { services } = await openTestServices();
    for (const [index, name] of [
      'parser',
      'billing',
      'search',
      'login',
      'mailer',
      'cache',
      'queue',
      'report',
    ].entries()) {
      const right = `${name} ${`step ${index} of the ${name} work is done by the ${name} script `.repeat(12)}`;
      await recordCorrection(services, soloPerson, {
        wrong: `broke the ${name}`,
        right,
        when: `working on the ${name}`,
      });
    }
    const brief = await projectBrief(services, soloPerson, 'app');
    expect(brief).toMatch(/^\d of 8 lessons of app/u);
    expect(tokenCount(brief)).toBeLessThanOrEqual(800);
  });

  it('is off while a trial runs, and says so', async () => {
    const { services, clock } = await openTestServices();
    await recordCorrection(services, soloPerson, { wrong: 'npm', right: 'Use pnpm here.', when: 'installing' });
    await startTrial(services, soloPerson, { workflow: 'bugfix', owner: 'ann' });
    const brief = await projectBrief(services, soloPerson, 'app');
    expect(brief).toMatch(/^A trial of the workflow bugfix runs in app until .*: the brief is off/u);
    expect(brief).not.toContain('pnpm');
    clock.advance(24 * 8);
    expect(await projectBrief(services, soloPerson, 'app')).toContain('pnpm');
  });
});
