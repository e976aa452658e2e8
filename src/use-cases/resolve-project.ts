import { HoneError } from '../domain/error.ts';
import { mayUseProject } from '../domain/principal.ts';
import type { Caller } from './services.ts';

/**
 * The project that a call is about: the named one where the credential allows it, else the connection's.
 *
 * @throws HoneError FORBIDDEN for any project outside the credential, whether it exists or not.
 */
export const resolveProject = (caller: Caller, named: string | undefined): string => {
  const project = named ?? caller.project;
  if (!mayUseProject(caller.principal, project)) {
    throw new HoneError(
      'FORBIDDEN',
      'This credential does not cover that project.',
      'Leave `project` out to use the project of this connection, or ask an admin for a token that covers it.',
    );
  }
  return project;
};

/** Projects in which an id given without a project may lie. */
export const projectsInReach = (caller: Caller, named: string | undefined): string[] =>
  named === undefined
    ? [...new Set([caller.project, ...caller.known])].filter((project) => mayUseProject(caller.principal, project))
    : [resolveProject(caller, named)];
