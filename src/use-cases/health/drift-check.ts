import { drift } from '../../domain/metrics/drift.ts';
import type { Drift } from '../../domain/metrics/trends.ts';
import type { Services } from '../services.ts';
import { timeWindow } from '../time-window.ts';
import { findBaseline } from '../trends/find-baseline.ts';
import { type Check, ok, warn } from './check.ts';

/** In which projects failures grew beyond their usual share, in the last 30 days. */
export const driftCheck = async (services: Services): Promise<Check[]> => {
  const watched: { project: string; found: Drift }[] = [];
  for (const { project, runs } of await services.stores.directory.listProjects()) {
    if (runs === 0) continue;
    watched.push({ project, found: await observeDrift(services, project) });
  }
  const ready = watched.filter(({ found }) => found.baseline !== null);
  if (ready.length === 0)
    return [ok('drift', 'Not watched yet: no project has 50 mature tasks, or 20 in a locked baseline.')];
  const alarms = ready.filter(({ found }) => found.alarm);
  if (alarms.length === 0) return [ok('drift', `No alarm in ${ready.length} of ${watched.length} projects with runs.`)];
  const named = alarms.map(({ project, found }) => `${project} from ${(found.since ?? '').slice(0, 10)} on`);
  return [
    warn(
      'drift',
      `More tasks than usual are not completed clean: ${named.join('; ')}.`,
      '`hone trends --bucket 25_tasks` shows when and how much; ask what changed then.',
    ),
  ];
};

/** Whether failures grew beyond their usual share, in the last 30 days. */
export const observeDrift = async (services: Services, project: string): Promise<Drift> => {
  const now = services.clock.now();
  const { from, to } = timeWindow({}, now);
  const tasks = await services.stores.events.tasks(project, { from, to });
  const baseline = await findBaseline(services, project, {}, { tasks, looseCorrections: [], now, horizon: now }, from);
  return drift(tasks, baseline, now);
};
