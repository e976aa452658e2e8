import type { RecallFacts } from '../../domain/capture/captured.ts';
import type { HookQuestion } from '../../domain/capture/hook-answer.ts';
import type { RecalledLesson } from '../../domain/recall.ts';
import { DEFAULT_WORKFLOW } from '../../domain/workflow.ts';
import { answerFor } from '../holdout/answer-for.ts';
import { deliveryOf } from '../holdout/delivery-of.ts';
import { suppressedLessons } from '../loops/loops-at-start.ts';
import { performRecall, type RecallAnswer } from '../recall/perform-recall.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';

export interface FoundForHook {
  readonly lessons: readonly RecalledLesson[];
  readonly recall: RecallFacts;
}

/** Lessons that a hook may add at one moment, and the tokens that they may cost. */
const AT = {
  prompt: { limit: 3, tokenBudget: 450 },
  tool_fail: { limit: 2, tokenBudget: 300 },
} as const;

const LONGEST_QUERY = 2_000;
/** What is kept of a prompt. */
const LONGEST_KEPT = 300;

/**
 * What the team learned about a prompt, or about the error of a failed call. Reads only: what was really said to the agent
 * is recorded by the hook's own happening. Null for moments at which nothing is searched.
 */
export const answerHook = async (
  services: Services,
  caller: Caller,
  question: HookQuestion,
): Promise<FoundForHook | null> => {
  const { kind, text, command, error, paths } = question.event;
  if (kind !== 'prompt' && kind !== 'tool_fail') return null;
  const project = resolveProject(caller, question.project);
  const query = ((kind === 'prompt' ? text : command) ?? '').slice(0, LONGEST_QUERY);
  const task = await services.stores.runs.findTaskByKey(project, question.task_key);
  const delivery = await deliveryOf(
    services.stores.trials,
    project,
    task?.workflow ?? DEFAULT_WORKFLOW.name,
    services.clock.now(),
  );
  const now = services.clock.now();
  const looping = task === null ? [] : await suppressedLessons(services.stores, task, null, now);
  const result = await performRecall(services, {
    project,
    query,
    aspects: [],
    paths: paths ?? [],
    ...(kind === 'tool_fail' && error !== undefined ? { error } : {}),
    ...AT[kind],
    detailed: false,
    exclude: new Set([...question.shown, ...looping]),
    ...(delivery.only === undefined ? {} : { only: delivery.only }),
  });
  // A task that is not there yet may be drawn into either arm: until then it gets what both get.
  const arm = task === null && delivery.drawing !== undefined ? 'holdout' : task?.arm;
  const answer = answerFor(arm, delivery.shadow, result);
  return { lessons: answer.lessons, recall: factsOf(query, answer) };
};

const factsOf = (query: string, { decision, path, reason, tokens, candidates }: RecallAnswer): RecallFacts => ({
  query: query.slice(0, LONGEST_KEPT),
  decision,
  path,
  reason,
  tokens,
  candidates,
});
