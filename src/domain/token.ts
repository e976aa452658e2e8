import type { Id, Time } from './ids.ts';
import type { Membership } from './membership.ts';
import { type Principal, ROLES, type Role } from './principal.ts';

/** What a token may stand for: a role, a pipeline that confirms outcomes, somebody who only reads, or what its holder is in each project. */
export const TOKEN_ROLES = ['reader', 'ci', 'member', ...ROLES] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];

/** A credential as the store keeps it: everything but the secret. */
export interface Token {
  readonly token_id: Id;
  /** Whose word it is. Two tokens of one name are one person. */
  readonly name: string;
  readonly role: TokenRole;
  readonly projects: Principal['projects'];
  readonly created_at: Time;
  readonly created_by: string;
  readonly expires_at: Time;
  /** When it was revoked, or was first seen after its time: it never lives again, whatever the clock says. */
  readonly ended_at?: Time;
  readonly ended_by?: string;
}

export const TOKEN_STATUSES = ['live', 'expired', 'revoked'] as const;
export type TokenStatus = (typeof TOKEN_STATUSES)[number];

/** The name that ends a token whose time ran out. */
export const ENDED_BY_TIME = 'time';

export const tokenStatus = (token: Token, now: Time): TokenStatus => {
  if (token.ended_at !== undefined) return token.ended_by === ENDED_BY_TIME ? 'expired' : 'revoked';
  return token.expires_at <= now ? 'expired' : 'live';
};

/** What each role of a token includes. An admin cares for the store and judges no lesson. */
const ROLES_OF: Readonly<Record<TokenRole, readonly Role[]>> = {
  reader: [],
  ci: ['agent'],
  // In each project what the store says of the name: `withMemberships`.
  member: [],
  agent: ['agent'],
  developer: ['developer'],
  reviewer: ['developer', 'reviewer'],
  lead: ['developer', 'reviewer', 'lead'],
  admin: ['admin'],
};

const kindOf = (role: TokenRole): Principal['kind'] => {
  if (role === 'ci') return 'ci';
  return role === 'agent' || role === 'reader' ? 'agent' : 'person';
};

export const principalOfToken = ({ token_id, name, role, projects }: Token): Principal => ({
  name,
  kind: kindOf(role),
  roles: ROLES_OF[role],
  projects,
  solo: false,
  credential: token_id,
});

/** Who holds a `member` token: a person with the roles that the store gives the name, within the projects of the token. */
export const withMemberships = (token: Token, memberships: readonly Membership[]): Principal => {
  const { projects } = token;
  const covered = memberships.filter(({ project }) => projects === '*' || projects.includes(project));
  return {
    ...principalOfToken(token),
    projects: covered.map(({ project }) => project),
    memberships: new Map(covered.map(({ project, role }) => [project, role])),
  };
};
