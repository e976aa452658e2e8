import { expect, it } from 'vitest';
import { requireRole } from '../../src/use-cases/require-role.ts';
import { soloPerson, teamReviewer } from '../support/test-services.ts';

it('takes the first role that a person has, and no role of anything else', () => {
  expect(requireRole(soloPerson, 'do it', 'lead', 'admin')).toBe('lead');
  expect(() => requireRole(teamReviewer('ben'), 'do it', 'lead', 'admin')).toThrow(/role lead or admin may do it/u);
  const agent = { ...soloPerson, principal: { ...soloPerson.principal, kind: 'agent' as const } };
  expect(() => requireRole(agent, 'do it', 'admin')).toThrow(/Only a person/u);
});
