import type { Id, Time } from '../../domain/ids.ts';
import { INCIDENTS, type Incident } from '../../domain/incident.ts';
import type { CountedTask } from '../../domain/metrics/counted-task.ts';
import { shownIn } from '../../domain/metrics/exposures.ts';
import { type TrialFigures, trialFigures } from '../../domain/metrics/trial-figures.ts';
import { endOf, type TrialRecord } from '../../domain/trial.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

export interface TrialObservation {
  readonly figures: TrialFigures;
  readonly incidents: readonly Incident[];
}

/** The tasks that the trial drew, whatever became of them. */
export const tasksOf = async (stores: Stores, record: TrialRecord): Promise<CountedTask[]> => {
  const { project, workflow, trial_id, started_at: from } = record.trial;
  const all = await stores.events.tasks(project, { workflow, from, to: endOf(record) });
  return all.filter(({ task }) => task.drawn_in === trial_id);
};

/** A trial in numbers as they stand, with the incidents that people recorded or the store can see. */
export const observeTrial = async (stores: Stores, record: TrialRecord, now: Time): Promise<TrialObservation> => {
  const tasks = await tasksOf(stores, record);
  const recorded = record.events.flatMap((event) => (event.kind === 'incident' ? [event.incident] : []));
  const seen = new Set([...recorded, ...(await incidentsIn(stores, record.trial.project, tasks))]);
  return {
    figures: trialFigures({ tasks, looseCorrections: [], now, horizon: now }),
    incidents: INCIDENTS.filter((incident) => seen.has(incident)),
  };
};

/** What must never be shown, and was: a lesson in quarantine, or one of which this project knows nothing. */
const incidentsIn = async (
  { lessons }: Stores,
  project: string,
  tasks: readonly CountedTask[],
): Promise<Incident[]> => {
  const shownAt = new Map<Id, Time[]>();
  for (const recall of tasks.flatMap(({ shown }) => shown)) {
    const at = new Date(recall.atMs).toISOString();
    for (const id of shownIn(recall)) shownAt.set(id, [...(shownAt.get(id) ?? []), at]);
  }
  const incidents: Incident[] = [];
  for (const [id, times] of shownAt) {
    const found = await lessons.record(project, id);
    if (found === null) incidents.push('foreign_lesson');
    else if (times.some((time) => stateAt(found.transitions, time) === 'quarantined'))
      incidents.push('quarantined_served');
  }
  return incidents;
};

const stateAt = (transitions: readonly { to: string; at: Time }[], time: Time): string | undefined =>
  transitions.findLast((step) => step.at < time)?.to;
