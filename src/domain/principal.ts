import type { Id } from './ids.ts';
import type { MemberRole } from './membership.ts';
import { ORGANISATION } from './organisation.ts';

export const ROLES = ['agent', 'developer', 'reviewer', 'lead', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who acts, as the credential says it (never as a text says it).
 *
 * - `kind` decides whose word it is: an agent's, a pipeline's, or a person's.
 * - `projects` is the hard boundary of what may be read or written; `'*'` is every project.
 * - `solo` is true on a store that nobody else uses: then one person may approve their own lesson,
 *   and the approval is labelled so.
 */
export interface Principal {
  readonly name: string;
  readonly kind: 'agent' | 'person' | 'ci';
  readonly roles: readonly Role[];
  readonly projects: '*' | readonly string[];
  readonly solo: boolean;
  /** The role in each project, for somebody who has not the same in all: `asIn` says who they are in one. */
  readonly memberships?: ReadonlyMap<string, MemberRole>;
  /** The token that was presented; absent: the user of this machine, who presented none. */
  readonly credential?: Id;
}

/** Every role of a person. */
export const PERSON_ROLES: readonly Role[] = ['developer', 'reviewer', 'lead', 'admin'];

export const hasRole = (principal: Principal, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => principal.roles.includes(role));

export const mayUseProject = (principal: Principal, project: string): boolean =>
  project !== ORGANISATION && (principal.projects === '*' || principal.projects.includes(project));

/** Who judges lessons for everybody: a person who judges them in some project. */
export const mayJudgeForOrganisation = (principal: Principal): boolean =>
  principal.kind === 'person' && hasRole(principal, 'reviewer', 'lead');

/** The role under which a plain act (proposing, recording) is written down: the least one that the principal has. */
export const actingRole = (principal: Principal): Role =>
  ROLES.find((role) => (role === 'agent' ? principal.kind !== 'person' : hasRole(principal, role))) ?? 'agent';
