import { describe, expect, it } from 'vitest';
import { actingRole, hasRole, mayUseProject, type Principal } from '../../src/domain/principal.ts';

const principal = (change: Partial<Principal> = {}): Principal => ({
  name: 'ann',
  kind: 'person',
  roles: ['developer', 'reviewer'],
  projects: ['app'],
  solo: false,
  ...change,
});

describe('a principal', () => {
  it('has a role when any of the wanted ones is theirs', () => {
    expect(hasRole(principal(), 'lead', 'reviewer')).toBe(true);
    expect(hasRole(principal(), 'lead', 'admin')).toBe(false);
    expect(hasRole(principal())).toBe(false);
  });

  it('may use the named projects only, or every one', () => {
    expect(mayUseProject(principal(), 'app')).toBe(true);
    expect(mayUseProject(principal(), 'payroll')).toBe(false);
    expect(mayUseProject(principal({ projects: ['*'] }), 'payroll')).toBe(false);
    expect(mayUseProject(principal({ projects: '*' }), 'payroll')).toBe(true);
    expect(mayUseProject(principal({ projects: [] }), 'app')).toBe(false);
  });

  it.each([
    ['the least role of a person', principal(), 'developer'],
    ['the only role of a person', principal({ roles: ['admin'] }), 'admin'],
    ['agent, whatever an agent holds', principal({ kind: 'agent', roles: ['lead'] }), 'agent'],
    ['agent for a pipeline', principal({ kind: 'ci', roles: ['agent'] }), 'agent'],
    ['never agent for a person who has another', principal({ roles: ['agent', 'lead'] }), 'lead'],
  ])('acts as %s', (_, who, role) => {
    expect(actingRole(who)).toBe(role);
  });
});
