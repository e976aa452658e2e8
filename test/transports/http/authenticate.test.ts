import { describe, expect, it } from 'vitest';
import type { TokenRole } from '../../../src/domain/token.ts';
import { bearerOf, Gate, tokenCheck } from '../../../src/transports/http/authenticate.ts';
import { createToken } from '../../../src/use-cases/create-token.ts';
import { revokeToken } from '../../../src/use-cases/revoke-token.ts';
import { openTestServices, soloPerson } from '../../support/test-services.ts';

describe('tokenCheck', () => {
  it('lets in the right token only', () => {
    const right = tokenCheck('hone_abc');
    expect(['hone_abc', 'hone_ab', 'hone_abcd', 'HONE_ABC', '', undefined].map(right)).toEqual([
      true,
      ...Array(5).fill(false),
    ]);
  });
});

describe('bearerOf', () => {
  it('reads the scheme in any case, and nothing else', () => {
    expect(['Bearer a', 'bearer  a ', 'Basic a', 'Bearer', 'Bearer a b', undefined].map(bearerOf)).toEqual([
      'a',
      'a',
      ...Array(4).fill(undefined),
    ]);
  });
});

describe('Gate', () => {
  const OWN = 'hone_of_the_user_who_started_the_server';
  const gateOn = async (more: { open?: boolean; ownToken?: string | null } = {}) => {
    const { services } = await openTestServices();
    const gate = new Gate({
      services: async () => services,
      local: { user: 'ann', project: 'app' },
      open: false,
      ownToken: OWN,
      ...more,
    });
    const who = async (token?: string) => (await (await gate.admit(token))?.(services))?.principal ?? null;
    const make = (name: string, role: TokenRole) =>
      createToken(services, soloPerson, { name, role, projects: ['app'] });
    return { services, gate, who, make };
  };

  it('lets in the user who started it as an agent, and whoever holds a token as what it says', async () => {
    const { who, make } = await gateOn();
    expect(await who(OWN)).toMatchObject({ name: 'ann', kind: 'agent', projects: '*', solo: true });
    expect([await who(), await who(''), await who(`${OWN}x`)]).toEqual([null, null, null]);
    const { token } = await make('ben', 'agent');
    expect(await who(token)).toMatchObject({ name: 'ben', kind: 'agent', projects: ['app'], solo: false });
    expect(await who(OWN)).toMatchObject({ name: 'ann', projects: ['app'], solo: false });
  });

  it('asks anew each time: a revoked token, and sessions of it, end at once', async () => {
    const { services, gate, who, make } = await gateOn();
    const { id, token } = await make('ben', 'reviewer');
    const owner = (await gate.owner(token)) ?? '';
    expect((await gate.person(owner))?.principal).toMatchObject({ name: 'ben', kind: 'person' });
    await revokeToken(services, soloPerson, { token_id: id });
    expect([await who(token), await gate.owner(token), await gate.person(owner)]).toEqual([null, null, null]);
  });

  it('opens pages for people, not for agents', async () => {
    const { gate, make } = await gateOn();
    expect(await gate.owner((await make('bot', 'agent')).token)).toBeNull();
    expect(await gate.owner('nothing')).toBeNull();
    expect((await gate.person((await gate.owner(OWN)) ?? ''))?.principal).toMatchObject({
      kind: 'person',
      name: 'ann',
    });
  });

  it('lets in anyone when it is open, and nobody without a token of the store when the user has none', async () => {
    expect(await (await gateOn({ open: true })).who()).toMatchObject({ kind: 'agent' });
    const { who, make } = await gateOn({ ownToken: null });
    expect([await who(''), await who(OWN)]).toEqual([null, null]);
    expect(await who((await make('ben', 'ci')).token)).toMatchObject({ kind: 'ci' });
  });

  it('greets the owner while the store is away, and tells others to wait', async () => {
    const gate = new Gate({
      services: async () => {
        throw new Error('away');
      },
      local: { user: 'ann', project: 'app' },
      open: false,
      ownToken: OWN,
    });
    expect(await gate.admit(OWN)).not.toBeNull();
    await expect(gate.admit('another')).rejects.toThrow('away');
  });

  it('does not take a revoked token for the server’s own', async () => {
    const { services } = await openTestServices();
    const { id, token } = await createToken(services, soloPerson, { name: 'ann', role: 'agent', projects: ['app'] });
    await revokeToken(services, soloPerson, { token_id: id });
    const local = { user: 'ann', project: 'app' };
    const gate = new Gate({ services: async () => services, local, open: false, ownToken: token });
    expect([await gate.admit(token), await gate.owner(token)]).toEqual([null, null]);
  });
});

describe('a flood', () => {
  it('is refused with when to come back, before anything is read of it', async () => {
    const { services } = await openTestServices();
    const { token } = await createToken(services, soloPerson, { name: 'bot', role: 'agent', projects: ['app'] });
    const full = { ...services, limits: { count: async (name: string) => (name === 'request' ? 4_200 : null) } };
    const gate = new Gate({
      services: async () => full,
      local: { user: 'ann', project: 'app' },
      open: false,
      ownToken: null,
    });
    await expect(gate.admit(token)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 5 });
  });
});
