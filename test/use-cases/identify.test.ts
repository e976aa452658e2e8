import { describe, expect, it } from 'vitest';
import { createToken } from '../../src/use-cases/create-token.ts';
import { inProjectOf, localAgent, localPerson } from '../../src/use-cases/identify.ts';
import { revokeToken } from '../../src/use-cases/revoke-token.ts';
import { openTestServices, soloPerson } from '../support/test-services.ts';

const local = { user: 'ann', project: 'app' };

describe('who sits at this machine', () => {
  it('is everybody on a store without tokens, and an agent never is a person', async () => {
    const { services } = await openTestServices();
    for (const token of [{}, { token: 'the one of the server' }]) {
      expect((await localPerson(services, { ...local, ...token })).principal).toMatchObject({
        name: 'ann',
        kind: 'person',
        roles: ['developer', 'reviewer', 'lead', 'admin'],
        solo: true,
      });
      const agent = await localAgent(services, { ...local, ...token });
      expect(agent.principal).toMatchObject({ kind: 'agent', roles: ['agent'], projects: '*', solo: true });
    }
  });

  it('cares for a store with tokens, judges nothing there, and is alone again when all are revoked', async () => {
    const { services } = await openTestServices();
    const { id } = await createToken(services, soloPerson, { name: 'ben', role: 'lead', projects: ['app'] });
    // A name is no credential.
    for (const user of ['ann', 'ben']) {
      const { principal } = await localPerson(services, { ...local, user });
      expect(principal).toMatchObject({ name: user, kind: 'person', roles: ['admin'], solo: false });
    }
    expect((await localAgent(services, local)).principal).toMatchObject({ projects: ['app'], solo: false });
    await revokeToken(services, soloPerson, { token_id: id });
    expect((await localPerson(services, local)).principal.solo).toBe(true);
  });

  it('is whom the token names, for people and agents', async () => {
    const { services, clock } = await openTestServices();
    const make = (role: 'reviewer' | 'agent', projects: string[]) =>
      createToken(services, soloPerson, { name: 'ben', role, projects, expires: '10h' });
    const [person, agent] = [await make('reviewer', ['app', 'web']), await make('agent', ['web'])];
    const known = await localPerson(services, { ...local, token: person.token });
    expect(known.principal).toMatchObject({ name: 'ben', kind: 'person', credential: person.id });
    expect([known.project, [...known.known]]).toEqual(['app', ['app', 'web']]);
    const served = await localAgent(services, { ...local, token: agent.token });
    expect([served.principal.kind, served.project]).toEqual(['agent', 'web']);

    const none = { ...local, token: services.credentials.issue().secret };
    await expect(localPerson(services, none)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await revokeToken(services, soloPerson, { token_id: agent.id });
    await expect(localAgent(services, { ...local, token: agent.token })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    clock.advance(11);
    await expect(localPerson(services, { ...local, token: person.token })).rejects.toMatchObject({ code: 'EXPIRED' });
  });

  it('stays out of the folder’s project when the token does not cover it', () => {
    const caller = inProjectOf({ ...soloPerson.principal, projects: ['web', 'api'] }, 'app');
    expect([caller.project, [...caller.known]]).toEqual(['web', ['web', 'api']]);
    expect(inProjectOf({ ...soloPerson.principal, projects: [] }, 'app').project).toBe('app');
  });
});
