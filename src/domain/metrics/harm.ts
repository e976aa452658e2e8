import { TRIAL_BLOCK } from '../holdout/permuted-blocks.ts';
import type { Time } from '../ids.ts';
import { type Block, eProcess } from '../statistics/e-process.ts';
import type { Count } from '../statistics/newcombe.ts';
import { isClean } from './confirmed-outcome.ts';
import type { CountedTask } from './counted-task.ts';
import { maturedAt } from './maturity.ts';

/** Evidence at which a trial stops: under no effect at most 5 % of trials ever reach it. */
export const HARM_LIMIT = 20;

/** Evidence that tasks with memory fail more often. It may be looked at on any day. */
export interface Harm {
  /** The highest so far: what was reached once counts. */
  readonly evidence: number;
  readonly limit: number;
  /** Blocks of which both tasks are mature. */
  readonly blocks: number;
  readonly reached_at: Time | null;
}

interface Matured extends Block {
  readonly at: Time;
}

const failures = (tasks: readonly CountedTask[]): Count => ({
  successes: tasks.filter((history) => !isClean(history)).length,
  n: tasks.length,
});

/** Blocks enter when the last of their tasks is mature, in that order: nothing seen later changes what was seen. */
const maturedBlocks = (tasks: readonly CountedTask[], now: Time): Matured[] => {
  const drawn = tasks.toSorted(
    (a, b) => a.task.started_at.localeCompare(b.task.started_at) || a.task.task_id.localeCompare(b.task.task_id),
  );
  const blocks: Matured[] = [];
  for (let first = 0; first < drawn.length; first += TRIAL_BLOCK.size) {
    const block = drawn.slice(first, first + TRIAL_BLOCK.size);
    const ends = block.map((history) => maturedAt(history, now)).filter((end) => end !== null);
    if (ends.length < TRIAL_BLOCK.size) continue;
    const ofArm = (arm: string): Count => failures(block.filter(({ task }) => task.arm === arm));
    blocks.push({ a: ofArm('memory'), b: ofArm('holdout'), at: ends.sort().at(-1) ?? now });
  }
  return blocks.sort((a, b) => a.at.localeCompare(b.at));
};

/** `tasks` are all that one trial drew. */
export const harmOf = (tasks: readonly CountedTask[], now: Time): Harm => {
  const blocks = maturedBlocks(tasks, now);
  const path = eProcess(blocks, true);
  const reached = path.findIndex((evidence) => evidence >= HARM_LIMIT);
  return {
    evidence: Math.max(1, ...path),
    limit: HARM_LIMIT,
    blocks: blocks.length,
    reached_at: blocks[reached]?.at ?? null,
  };
};
