import type { Time } from './ids.ts';
import type { Principal, Role } from './principal.ts';

/** What a person can be in a project. Agents, pipelines and who cares for the store hold tokens of their own role. */
export const MEMBER_ROLES = ['reader', 'developer', 'reviewer', 'lead'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A person's place in one project. */
export interface Membership {
  readonly project: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly by: string;
  readonly at: Time;
}

export const MEMBER_ROLES_OF: Readonly<Record<MemberRole, readonly Role[]>> = {
  reader: [],
  developer: ['developer'],
  reviewer: ['developer', 'reviewer'],
  lead: ['developer', 'reviewer', 'lead'],
};

/**
 * The same principal as it is in one project: with the role it has there, and the projects in which it has the same one.
 * So nothing can be done in one project by the right of another.
 */
export const asIn = (principal: Principal, project: string): Principal => {
  const { memberships } = principal;
  if (memberships === undefined) return principal;
  const role = memberships.get(project);
  if (role === undefined) return { ...principal, roles: [], projects: [] };
  const same = [...memberships].filter(([, other]) => other === role).map(([name]) => name);
  return { ...principal, roles: MEMBER_ROLES_OF[role], projects: same };
};
