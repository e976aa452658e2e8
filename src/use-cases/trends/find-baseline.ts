import type { Time } from '../../domain/ids.ts';
import type { Cohort } from '../../domain/metrics/cohort.ts';
import { BASELINE_SIZES, type Baseline, baselineOf, baselineOfWindow } from '../../domain/metrics/drift.ts';
import type { LockedBaseline } from '../../domain/metrics/locked-baseline.ts';
import type { Services } from '../services.ts';

const [FEWEST_TASKS, , MOST_TASKS] = BASELINE_SIZES;
/** So many tasks are looked at first: some more than decide on the baseline, as not all may be mature. */
const FIRST_LOOK = 2.5 * MOST_TASKS;

/** That of the workflow, else that of the project. */
const lockedBaseline = async (
  { stores: { trials } }: Services,
  project: string,
  { workflow }: { workflow?: string },
): Promise<LockedBaseline | null> =>
  (workflow === undefined ? null : await trials.lockedBaseline(project, workflow)) ??
  (await trials.lockedBaseline(project, null));

/**
 * The locked baseline, else the record's first 50 to 200 mature tasks: among those loaded since `loadedFrom` when the record
 * begins there, else looked for among twice as many tasks as before until they are found.
 */
export const findBaseline = async (
  services: Services,
  project: string,
  scope: { workflow?: string },
  loaded: Cohort,
  loadedFrom: Time,
): Promise<Baseline | null> => {
  const { now } = loaded;
  const locked = await lockedBaseline(services, project, scope);
  if (locked !== null) {
    const tasks = await services.stores.events.tasks(project, { ...scope, from: locked.from, to: locked.to });
    return baselineOfWindow(tasks, locked.to, now);
  }
  const { events } = services.stores;
  const from = await events.startOfTask(project, { ...scope, place: 0 });
  if (from === null) return null;
  if (from >= loadedFrom && loaded.tasks.length >= FEWEST_TASKS) return baselineOf(loaded.tasks, now);
  for (let place = FIRST_LOOK; ; place *= 2) {
    const end = await events.startOfTask(project, { ...scope, place });
    const tasks = await events.tasks(project, { ...scope, from, to: end ?? now });
    const baseline = baselineOf(tasks, now);
    if (baseline?.n === MOST_TASKS || end === null) return baseline;
  }
};
