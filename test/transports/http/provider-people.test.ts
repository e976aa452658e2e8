import { describe, expect, it } from 'vitest';
import type { Principal } from '../../../src/domain/principal.ts';
import type { BrowserSignIn } from '../../../src/ports/browser-sign-in.ts';
import type { Identity } from '../../../src/ports/credentials.ts';
import { ProviderPeople } from '../../../src/transports/http/provider-people.ts';

const principal = (more: Partial<Principal>): Identity => ({
  status: 'known',
  principal: { name: 'ann', kind: 'agent', roles: [], projects: ['app'], solo: false, credential: 'oidc_1', ...more },
});
const BACK = new URL('http://hone.test/login/callback?code=c&state=s');

const people = (tokens: Record<string, Identity>, refresh: string | null = null) => {
  const clock = { now: 0 };
  const renewals: string[] = [];
  const signIn: BrowserSignIn = {
    provider: 'login.example.com',
    begin: async (returnTo) => ({ url: `https://login/?to=${returnTo}`, state: 's', nonce: 'n', verifier: 'v' }),
    finish: async (address, { state }) => {
      if (address.searchParams.get('state') !== state) throw new Error('another state');
      return { token: 'first', refresh };
    },
    renew: async (given) => {
      renewals.push(given);
      if (given === 'ended') throw new Error('no more');
      return { token: 'second', refresh: given };
    },
  };
  const made = new ProviderPeople({
    signIn,
    identify: async (token) => tokens[token] ?? { status: 'unknown' },
    now: () => clock.now,
  });
  const enter = async () => made.finish(BACK, (await made.begin('http://hone.test/login/callback')).tie);
  return { made, enter, clock, tokens, renewals };
};

describe('ProviderPeople', () => {
  it('lets in who began here and comes back whole, once', async () => {
    const { made, clock } = people({ first: principal({ kind: 'person', roles: ['developer', 'reviewer'] }) });
    const { tie } = await made.begin('http://hone.test/login/callback');
    const owner = await made.finish(BACK, tie);
    expect(await made.person(owner ?? '')).toMatchObject({ name: 'ann', roles: ['developer', 'reviewer'] });
    expect(await made.finish(BACK, tie)).toBeNull();
    expect(await made.finish(BACK, 'of somebody else')).toBeNull();
    const late = await made.begin('http://hone.test/login/callback');
    clock.now = 600_001;
    expect(await made.finish(BACK, late.tie)).toBeNull();
    const other = await made.begin('http://hone.test/login/callback');
    await expect(made.finish(new URL('http://hone.test/?code=c&state=x'), other.tie)).rejects.toThrow();
  });

  it('makes a developer of who may write, and a reader of who may only read; of nobody, nothing', async () => {
    const writer = people({ first: principal({ roles: ['agent'] }) });
    expect(await writer.made.person((await writer.enter()) ?? '')).toMatchObject({
      kind: 'person',
      roles: ['developer'],
    });
    const reader = people({ first: principal({}) });
    expect(await reader.made.person((await reader.enter()) ?? '')).toMatchObject({ kind: 'person', roles: [] });
    expect(await people({}).enter()).toBeNull();
  });

  it('buys one further token when the first has ended, and shows the door when there is none', async () => {
    const known = principal({ kind: 'person', roles: ['developer'] });
    const long = people({ first: known, second: known }, 'again');
    const owner = (await long.enter()) ?? '';
    long.tokens.first = { status: 'expired' };
    const both = await Promise.all([long.made.person(owner), long.made.person(owner)]);
    expect(both.map((one) => one?.name)).toEqual(['ann', 'ann']);
    expect(long.renewals).toEqual(['again']);
    for (const refresh of [null, 'ended']) {
      const short = people({ first: known }, refresh);
      const entered = (await short.enter()) ?? '';
      short.tokens.first = { status: 'expired' };
      expect(await short.made.person(entered)).toBeNull();
      expect(await short.made.person(entered)).toBeNull();
    }
  });

  it('forgets who leaves', async () => {
    const { made, enter } = people({ first: principal({}) });
    const owner = (await enter()) ?? '';
    made.forget(owner);
    expect(await made.person(owner)).toBeNull();
  });
});
