import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oidcCredentials } from '../../../src/adapters/oidc/oidc-credentials.ts';
import type { Credentials } from '../../../src/ports/credentials.ts';
import { type SigningProvider, startSigningProvider } from '../../support/signing-provider.ts';

const AUDIENCE = 'https://hone.example.com/mcp';
/** A store with one token. */
const own: Credentials = {
  identify: async (presented) => (presented === 'hone_revoked' ? { status: 'revoked' } : { status: 'unknown' }),
  renew: async () => ({ status: 'unknown' }),
  issue: () => ({ secret: '', hash: '' }),
};

let provider: SigningProvider;
beforeAll(async () => {
  provider = await startSigningProvider(AUDIENCE);
});
afterAll(() => provider.stop());

const identify = (token: string) =>
  oidcCredentials(own, { issuer: provider.issuer, audience: AUDIENCE }, 'app').identify(token);

describe('a token of the identity provider', () => {
  it('stands for the person that it names, in the projects that it names', async () => {
    const token = await provider.sign({ scope: 'memory:review', hone_projects: ['app', 'lib'] });
    expect(await identify(token)).toMatchObject({
      status: 'known',
      principal: {
        name: 'ann',
        kind: 'person',
        roles: ['developer', 'reviewer'],
        projects: ['app', 'lib'],
        solo: false,
      },
    });
  });

  it('stands for a person with a role in each project that the provider names, where it may review at all', async () => {
    const hone_project_roles = { app: 'lead', web: 'developer', shop: 'emperor' };
    const scope = 'memory:review';
    const identity = await identify(await provider.sign({ scope, hone_project_roles }));
    expect(identity).toMatchObject({ status: 'known', principal: { kind: 'person', projects: ['app', 'web'] } });
    const { memberships } = identity.status === 'known' ? identity.principal : { memberships: undefined };
    expect([...(memberships ?? [])]).toEqual([
      ['app', 'lead'],
      ['web', 'developer'],
    ]);
    const agent = await identify(await provider.sign({ scope: 'memory:write', hone_project_roles }));
    expect(agent).toMatchObject({ principal: { kind: 'agent', roles: ['agent'], projects: ['app', 'web'] } });
  });

  it('stands for an agent in the project of the server when it says no more', async () => {
    expect(await identify(await provider.sign())).toMatchObject({
      status: 'known',
      principal: { kind: 'agent', roles: ['agent'], projects: ['app'] },
    });
  });

  it('is one principal over all tokens of a person', async () => {
    const ids = await Promise.all(
      [{}, { exp: Math.floor(Date.now() / 1_000) + 600 }, { sub: 'u-2' }].map(async (claims) => {
        const identity = await identify(await provider.sign(claims));
        return identity.status === 'known' ? identity.principal.credential : null;
      }),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  it.each([
    ['made for another service', { aud: 'https://other.example.com' }],
    ['of another issuer', { iss: 'https://login.example.com' }],
    ['that grants nothing of Hone', { scope: 'openid profile' }],
    ['that names nobody', { sub: undefined }],
    ['that is not valid yet', { nbf: Math.floor(Date.now() / 1_000) + 3_600 }],
  ])('is not known when it is one %s', async (_, claims) => {
    expect(await identify(await provider.sign(claims as JWTPayload))).toEqual({ status: 'unknown' });
  });

  it('is expired after its time, and unknown when somebody else signed it or nobody did', async () => {
    expect(await identify(await provider.sign({ exp: 1_000 }))).toEqual({ status: 'expired' });
    expect(await identify(await provider.forge())).toEqual({ status: 'unknown' });
    const [, payload] = (await provider.sign()).split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await identify(`${header}.${payload}.AA`)).toEqual({ status: 'unknown' });
    expect(await identify('a.b.c')).toEqual({ status: 'unknown' });
  });

  it('never takes the place of a token of the store', async () => {
    expect(await identify('hone_revoked')).toEqual({ status: 'revoked' });
  });
});

describe('a provider that is away', () => {
  it('is said, and asked again at the next call', async () => {
    const brief = await startSigningProvider(AUDIENCE);
    const token = await brief.sign();
    const credentials = oidcCredentials(own, { issuer: brief.issuer, audience: AUDIENCE }, 'app');
    await brief.stop();
    await expect(credentials.identify(token)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(credentials.identify(token)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
