import { HoneError } from '../domain/error.ts';
import { asIn } from '../domain/membership.ts';
import { mayUseProject, PERSON_ROLES, type Principal } from '../domain/principal.ts';
import type { Identity } from '../ports/credentials.ts';
import type { Caller, Services } from './services.ts';

/** The user of this machine and the project of the folder. `token` is what they present, when they do. */
export interface LocalUser {
  readonly user: string;
  readonly project: string;
  readonly token?: string;
}

/**
 * Who sits at this machine. On a store without tokens: a person with every role. On a shared one it takes a token to be
 * anybody; without one, whoever can open the file cares for it (tokens, backup, audit) and judges no lesson.
 *
 * @throws HoneError FORBIDDEN or EXPIRED when the token is none of this store, or has ended.
 */
export const localPerson = (services: Services, local: LocalUser): Promise<Caller> =>
  identifyLocal(services, local, (shared) => ({
    name: local.user,
    kind: 'person',
    roles: shared ? ['admin'] : PERSON_ROLES,
    projects: '*',
    solo: !shared,
  }));

/**
 * An agent that was started on this machine: its word is an agent's, whoever started it. On a shared store it stays in
 * the project of its folder unless it presents a token.
 *
 * @throws HoneError as `localPerson`
 */
export const localAgent = (services: Services, local: LocalUser): Promise<Caller> =>
  identifyLocal(services, local, (shared) => ({
    name: local.user,
    kind: 'agent',
    roles: ['agent'],
    projects: shared ? [local.project] : '*',
    solo: !shared,
  }));

const identifyLocal = async (
  services: Services,
  { project, token }: LocalUser,
  withoutToken: (shared: boolean) => Principal,
): Promise<Caller> => {
  const shared = await services.stores.directory.isShared();
  if (token !== undefined) {
    const identity = await services.credentials.identify(token);
    if (identity.status === 'known') return inProjectOf(identity.principal, project);
    // Alone on a store a token says nothing: it may be the one that `hone serve --http` asks for.
    if (shared || identity.status !== 'unknown') throw notAdmitted(identity);
  }
  return inProjectOf(withoutToken(shared), project);
};

const notAdmitted = ({ status }: Identity): HoneError =>
  status === 'expired'
    ? new HoneError('EXPIRED', 'The token in HONE_TOKEN has run out.', 'Ask an admin for a new one.')
    : new HoneError(
        'FORBIDDEN',
        'The token in HONE_TOKEN is not valid for this store.',
        'Ask an admin for one, or unset HONE_TOKEN to be the user of this machine.',
      );

/** The connection's own project where the credential covers it, else the first that it covers. */
export const inProjectOf = (principal: Principal, project: string): Caller => {
  const listed = principal.projects === '*' ? [] : principal.projects;
  const own = mayUseProject(principal, project) ? project : (listed[0] ?? project);
  return inProject({ principal, project: own, known: new Set([own, ...listed]) }, own);
};

/**
 * The same caller in another project that they may see: with the role that they have there, and ids of no project in which they
 * have another.
 */
export const inProject = (caller: Caller, project: string): Caller => {
  const principal = asIn(caller.principal, project);
  const known = [project, ...caller.known].filter((name) => mayUseProject(principal, name));
  return { ...caller, principal, project, known: principal.memberships === undefined ? caller.known : new Set(known) };
};
