import { SERVED_STATES } from '../../domain/lesson-state.ts';
import { asIn, type Membership } from '../../domain/membership.ts';
import { mayUseProject, type Role } from '../../domain/principal.ts';
import { resolveProject } from '../resolve-project.ts';
import { WAITING_STATES } from '../review-queue.ts';
import type { Caller, Services } from '../services.ts';

export interface ProjectRow {
  readonly project: string;
  /** What the caller may do there; empty: look. */
  readonly roles: readonly Role[];
  /** Lessons that serve, of all that there are. */
  readonly served: number;
  readonly lessons: number;
  readonly waiting: number;
  readonly runs: number;
  /** Questions that wait for a person. */
  readonly checkpoints: number;
}

export interface ProjectRecord extends ProjectRow {
  readonly members: readonly Omit<Membership, 'project'>[];
}

/** Projects that the caller may see, by name. Others are not there. */
export const listProjects = async (
  services: Services,
  caller: Caller,
): Promise<{ items: ProjectRow[]; total: number }> => {
  const items: ProjectRow[] = [];
  for (const known of await services.stores.directory.listProjects()) {
    const principal = asIn(caller.principal, known.project);
    if (mayUseProject(principal, known.project)) items.push(await rowOf(services, { ...caller, principal }, known));
  }
  return { items, total: items.length };
};

/**
 * One project with its members.
 *
 * @throws HoneError FORBIDDEN for a project outside the credential, whether it exists or not.
 */
export const showProject = async (
  services: Services,
  caller: Caller,
  input: { project?: string },
): Promise<ProjectRecord> => {
  const named = input.project ?? caller.project;
  const there = { ...caller, principal: asIn(caller.principal, named) };
  const project = resolveProject(there, named);
  const known = (await services.stores.directory.listProjects()).find((one) => one.project === project);
  const members = await services.stores.directory.membersOf(project);
  const row = await rowOf(services, there, known ?? { project, lessons: 0, runs: 0 });
  return { ...row, members: members.map(({ project: _, ...member }) => member) };
};

const rowOf = async (
  { stores, clock }: Services,
  { principal }: Caller,
  { project, lessons, runs }: { project: string; lessons: number; runs: number },
): Promise<ProjectRow> => ({
  project,
  roles: principal.roles,
  served: (await stores.lessons.list(project, { states: SERVED_STATES, limit: 0 })).total,
  lessons,
  waiting: (await stores.lessons.list(project, { states: WAITING_STATES, limit: 0 })).total,
  runs,
  checkpoints: (await stores.runs.listCheckpoints(project, { openAt: clock.now() })).length,
});
