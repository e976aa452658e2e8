import type { Lesson } from '../../domain/lesson.ts';
import { isOfOrganisation } from '../../domain/organisation.ts';
import { tokenCount } from '../../domain/text/token-count.ts';
import { fitToServe } from '../../use-cases/guard/fit-to-serve.ts';
import { listLessons } from '../../use-cases/list-lessons.ts';
import { sharedLessons } from '../../use-cases/organisation/shared-lessons.ts';
import type { Caller, Services } from '../../use-cases/services.ts';
import { runningTrials } from '../../use-cases/trial/running-trials.ts';
import { fenced, lessonBlock } from './lesson-fence.ts';
import { storedText } from './stored-text.ts';

const MOST_TOKENS = 800;
/** Left for the words around the lessons. */
const FRAME_TOKENS = 80;

/** What to know before starting in a project: lessons that are served, the most helpful first, in at most 800 tokens. Off while a trial runs. */
export const projectBrief = async (services: Services, caller: Caller, project: string): Promise<string> => {
  const [trial] = await runningTrials(services, project);
  if (trial !== undefined) {
    return `A trial of the workflow ${storedText(trial.workflow)} runs in ${storedText(project)} until ${trial.ends_at}: the brief is off, so that tasks without lessons stay without. start_task gives each task what it may have.`;
  }
  const own = await listLessons(services, caller, { project, states: ['active', 'provisional'] });
  const shared = await sharedLessons(services.stores, project);
  const items = [...own.items, ...shared];
  const total = own.total + shared.length;
  const name = storedText(project);
  if (total === 0) return `No lessons in ${name} yet. A person's correction makes the first.`;
  const blocks = withinBudget(
    (await fitToServe(services, items.toSorted(byUse))).map((lesson) =>
      lessonBlock(isOfOrganisation(lesson) ? { ...lesson, organisation: true } : lesson),
    ),
  );
  return [
    `${blocks.length} of ${total} lessons of ${name}, the most helpful first.`,
    fenced(blocks),
    'start_task finds those that fit your task.',
  ].join('\n');
};

const byUse = (a: Lesson, b: Lesson): number => b.helped - b.harmed - (a.helped - a.harmed);

const withinBudget = (blocks: readonly string[]): string[] => {
  let left = MOST_TOKENS - FRAME_TOKENS;
  const kept: string[] = [];
  for (const block of blocks) {
    left -= tokenCount(block);
    if (left < 0) break;
    kept.push(block);
  }
  return kept;
};
