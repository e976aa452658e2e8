import type { Checkpoint } from '../../domain/checkpoint.ts';
import type { Id } from '../../domain/ids.ts';
import type { Lesson } from '../../domain/lesson.ts';
import { DEFAULT_WORKFLOW } from '../../domain/workflow.ts';
import { fitToServe } from '../guard/fit-to-serve.ts';
import { readableByAgents, WITHHELD } from '../guard/readable-by-agents.ts';
import { deliveryOf } from '../holdout/delivery-of.ts';
import { listLessons } from '../list-lessons.ts';
import { sharedLessons } from '../organisation/shared-lessons.ts';
import { switchedOff } from '../override/switched-off.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { runningTrials } from '../trial/running-trials.ts';

export interface SessionBrief {
  readonly project: string;
  /** Served lessons that the session has not seen, the most helpful first. */
  readonly lessons: readonly Lesson[];
  /** Lessons that the project serves in all. */
  readonly total: number;
  readonly checkpoints: readonly Checkpoint[];
}

const MOST_LESSONS = 10;

/** What to know at the start of a session. A task in the holdout gets critical lessons only. */
export const sessionBrief = async (
  services: Services,
  caller: Caller,
  input: { project: string; task_key: string; shown: readonly Id[] },
): Promise<SessionBrief> => {
  const project = resolveProject(caller, input.project);
  const own = await listLessons(services, caller, { project, states: ['active', 'provisional'] });
  const shared = await sharedLessons(services.stores, project);
  const items = [...own.items, ...shared];
  const task = await services.stores.runs.findTaskByKey(project, input.task_key);
  const workflow = task?.workflow ?? DEFAULT_WORKFLOW.name;
  const { drawing, shadow, only } = await deliveryOf(services.stores.trials, project, workflow, services.clock.now());
  // A session whose task is not there yet may be drawn into the holdout.
  const held = shadow || task?.arm === 'holdout' || (task === null && drawing !== undefined);
  const open = items.filter(
    ({ lesson_id: id, critical }) =>
      !input.shown.includes(id) && (critical || !held) && (only === undefined || only.has(id)),
  );
  const off = await switchedOff(services, services.stores);
  // While a trial runs, tasks without lessons are to stay without.
  const silent = off.has('delivery') || (await runningTrials(services, project)).length > 0;
  const best = silent ? [] : open.toSorted(byUse).slice(0, MOST_LESSONS);
  return {
    project,
    lessons: await fitToServe(services, best),
    total: own.total + shared.length,
    checkpoints: await openQuestions(services, project),
  };
};

/** Other agents asked them: what a guard holds in one is withheld from this agent. */
const openQuestions = async (services: Services, project: string): Promise<Checkpoint[]> => {
  const open = await services.stores.runs.listCheckpoints(project, { openAt: services.clock.now() });
  const questions = await readableByAgents(
    services,
    open.map(({ question }) => question),
  );
  return open.map((one, index) => ({ ...one, question: questions[index] ?? WITHHELD }));
};

const byUse = (a: Lesson, b: Lesson): number =>
  b.helped - b.harmed - (a.helped - a.harmed) || b.confirmed_at.localeCompare(a.confirmed_at);
