import { describe, expect, it } from 'vitest';
import { RATE_LIMITS } from '../../src/domain/rate-limit.ts';
import { withinLimits } from '../../src/use-cases/within-limits.ts';
import { openTestServices, soloAgent, teamAgent, teamReviewer } from '../support/test-services.ts';

const holding = (credential: string, base = teamAgent) => ({ ...base, principal: { ...base.principal, credential } });
const propose = { verb: 'propose_lesson', reads: false };

describe('withinLimits', () => {
  it('holds an agent to its proposals a day, whatever tokens it has, and no person', async () => {
    const { services } = await openTestServices();
    const [one, two] = [holding('tok_a'), holding('tok_b')];
    for (let at = 0; at < RATE_LIMITS.proposal.calls; at += 1)
      await withinLimits(services, at % 2 ? one : two, propose);
    const refused = { code: 'RATE_LIMITED', message: expect.stringContaining('(proposal) within a day') };
    await expect(withinLimits(services, one, propose)).rejects.toMatchObject(refused);
    await expect(withinLimits(services, two, propose)).rejects.toMatchObject(refused);
    // All else goes on.
    await withinLimits(services, one, { verb: 'record_correction', reads: false });
    await withinLimits(services, one, { verb: 'recall_lessons', reads: true });
    await withinLimits(services, holding('tok_c', teamReviewer('ben')), propose);
  });

  it('holds each token to its writes a minute, and does not count who presents none', async () => {
    const { services } = await openTestServices();
    const write = { verb: 'record_outcome', reads: false };
    for (let at = 0; at < RATE_LIMITS.write.calls; at += 1) await withinLimits(services, holding('tok_a'), write);
    await expect(withinLimits(services, holding('tok_a'), write)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await withinLimits(services, holding('tok_b'), write);
    for (let at = 0; at < 2 * RATE_LIMITS.write.calls; at += 1) await withinLimits(services, soloAgent, write);
  });
});
