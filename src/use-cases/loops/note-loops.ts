import type { Id, Time } from '../../domain/ids.ts';
import type { LoopFinding, LoopPattern } from '../../domain/loops/loop-finding.ts';
import { suppressedIn } from '../../domain/loops/unhelpful-lessons.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { lessonFor } from '../organisation/organisation-lesson.ts';

/** Whose vote it is when nobody judged a lesson and two attempts failed with it. */
const BY = 'hone:loops';
/** As much as an agent's own word. */
const WEIGHT = 0.5;

/** Keeps what was found, each pattern once a run, and counts a lesson that did not help as a harm to it, once a task. */
export const noteLoops = async (
  stores: Stores,
  run: { project: string; task_id: Id; run_id: Id },
  findings: readonly LoopFinding[],
  at: Time,
): Promise<void> => {
  const { project, task_id, run_id } = run;
  if (findings.length === 0) return;
  const before = await stores.loops.found(project, task_id);
  const known = suppressedIn(before);
  const noted = (pattern: LoopPattern): boolean =>
    before.some((one) => one.run_id === run_id && one.pattern === pattern);
  for (const finding of findings) {
    const helpless = finding.pattern === 'unhelpful_lesson';
    const lessons = helpless ? finding.lessons.filter((lesson) => !known.has(lesson)) : finding.lessons;
    if (helpless ? lessons.length === 0 : noted(finding.pattern)) continue;
    const { pattern, action } = finding;
    await stores.loops.add({ project, task_id, run_id, pattern, action, lessons, at });
    if (helpless) await countAsHarm(stores, project, lessons, at);
  }
};

const countAsHarm = async (stores: Stores, project: string, lessons: readonly Id[], at: Time): Promise<void> => {
  for (const lesson of lessons) {
    const known = await lessonFor(stores, project, lesson);
    if (known === null) continue;
    await stores.lessons.vote(known.project, lesson, { verdict: 'harmful', weight: WEIGHT, by: BY, at });
  }
};
