import { listCheckpoints } from '../../use-cases/list-checkpoints.ts';
import { listLessons } from '../../use-cases/list-lessons.ts';
import { waitingForAll } from '../../use-cases/organisation/waiting-for-all.ts';
import { WAITING_STATES } from '../../use-cases/review-queue.ts';
import type { Caller, Services } from '../../use-cases/services.ts';
import type { Costly } from './costly.ts';

/** What waits for a person, as it stands in the navigation. */
export interface Counts {
  readonly review: number;
  readonly checkpoints: number;
}

/** One request of a person: who, where, and what was asked. */
export interface Visit {
  readonly services: Services;
  readonly caller: Caller;
  /** Goes into each form. */
  readonly csrf: string;
  readonly counts: Counts;
  /** Projects that the person may look at, the present one among them. */
  readonly projects: readonly string[];
  readonly origin: string;
  readonly costly: Costly;
  /** An address of the console that stays in the project. Parts that are undefined or empty are left out. */
  href(path: string, query?: Readonly<Record<string, string | undefined>>): string;
  query(name: string): string | undefined;
}

export const countsOf = async (services: Services, caller: Caller): Promise<Counts> => {
  const [waiting, forAll, open] = await Promise.all([
    listLessons(services, caller, { states: WAITING_STATES, limit: 0 }),
    waitingForAll(services.stores, caller, WAITING_STATES),
    listCheckpoints(services, caller, {}),
  ]);
  return { review: waiting.total + forAll.length, checkpoints: open.total };
};

/** `project` stands in the address only where it is not the one that the console opens with. */
export const hrefIn =
  (project: string | undefined): Visit['href'] =>
  (path, query = {}) => {
    const given = Object.entries({ ...query, project }).filter(([, value]) => value !== undefined && value !== '');
    const search = new URLSearchParams(given as [string, string][]).toString();
    return search === '' ? path : `${path}?${search}`;
  };
