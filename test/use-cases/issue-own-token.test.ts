import { describe, expect, it } from 'vitest';
import { issueOwnToken } from '../../src/use-cases/issue-own-token.ts';
import { openTestServices, soloPerson, teamReviewer } from '../support/test-services.ts';

const rita = teamReviewer('rita');
const signedIn = { ...rita, principal: { ...rita.principal, credential: 'oidc_1234' } };

describe('issueOwnToken', () => {
  it('gives an agent’s rights in the person’s name and projects, for 30 days', async () => {
    const { services } = await openTestServices();
    const made = await issueOwnToken(services, signedIn);
    const { name, projects } = signedIn.principal;
    expect(made).toMatchObject({ for: name, role: 'agent', projects });
    expect(Math.round((Date.parse(made.expires_at) - Date.parse(services.clock.now())) / 86_400_000)).toBe(30);
    expect(await services.credentials.identify(made.token)).toMatchObject({
      status: 'known',
      principal: { name, kind: 'agent', roles: ['agent'], projects },
    });
  });

  it('gives who may only read no more than that', async () => {
    const { services } = await openTestServices();
    const reader = { ...signedIn, principal: { ...signedIn.principal, roles: [] } };
    expect(await issueOwnToken(services, reader)).toMatchObject({ role: 'reader' });
  });

  it('ends the oldest beyond ten machines of one person', async () => {
    const { services } = await openTestServices();
    const made = [];
    for (let at = 0; at < 12; at += 1) made.push(await issueOwnToken(services, signedIn));
    const statuses = await Promise.all(made.map(({ token }) => services.credentials.identify(token)));
    expect(statuses.map(({ status }) => status)).toEqual([
      ...['revoked', 'revoked'],
      ...Array.from({ length: 10 }, () => 'known'),
    ]);
  });

  it.each([soloPerson, { ...rita, principal: { ...rita.principal, credential: 'tok_1' } }])(
    'lets no token of the store prolong itself',
    async (caller) => {
      const { services } = await openTestServices();
      await expect(issueOwnToken(services, caller)).rejects.toMatchObject({ code: 'CONFLICT' });
    },
  );
});
