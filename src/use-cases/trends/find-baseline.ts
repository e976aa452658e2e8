import type { Time } from '../../domain/ids.ts';
import type { Cohort } from '../../domain/metrics/cohort.ts';
import { BASELINE_TASKS, type Baseline, baselineOf, baselineOfWindow } from '../../domain/metrics/drift.ts';
import type { LockedBaseline } from '../../domain/metrics/locked-baseline.ts';
import type { Services } from '../services.ts';

const DAY_MS = 86_400_000;
const FIRST_LOOK_DAYS = 7;

/** That of the workflow, else that of the project. */
const lockedBaseline = async (
  { stores: { trials } }: Services,
  project: string,
  { workflow }: { workflow?: string },
): Promise<LockedBaseline | null> =>
  (workflow === undefined ? null : await trials.lockedBaseline(project, workflow)) ??
  (await trials.lockedBaseline(project, null));

/**
 * The locked baseline, else the record's first 50 mature tasks: among those loaded since `loadedFrom` when the record begins there, else looked for
 * in a stretch that doubles until it holds them.
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
  const from = await services.stores.events.firstTaskAt(project);
  if (from === null) return null;
  if (from >= loadedFrom && loaded.tasks.length >= BASELINE_TASKS) return baselineOf(loaded.tasks, now);
  for (let days = FIRST_LOOK_DAYS; ; days *= 2) {
    const end = new Date(Date.parse(from) + days * DAY_MS).toISOString();
    const all = end >= now;
    const tasks = await services.stores.events.tasks(project, { ...scope, from, to: all ? now : end });
    const baseline = tasks.length < BASELINE_TASKS ? null : baselineOf(tasks, now);
    if (baseline !== null || all) return baseline;
  }
};
