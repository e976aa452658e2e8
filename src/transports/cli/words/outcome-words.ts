import type { Rewrite } from '../../../use-cases/measure-rewrite.ts';
import type { RecordOutcomeResult } from '../../../use-cases/record-outcome.ts';
import type { Output } from '../output.ts';

/** What was learned from an outcome. */
export const outcomeWords = (
  { paint, show }: Output,
  result: RecordOutcomeResult,
  rewrite: Rewrite | null = null,
): string =>
  [
    `${paint.bold(result.run_id)}  ${result.outcome}`,
    ...(rewrite === null ? [] : [rewriteWords(rewrite)]),
    ...result.learned.map((one) => `  ${one.lesson_id}: ${show(one.change)}`),
    ...result.unjudged.map((id) => `  ${id}: shown, and nothing said of it`),
    nextWords(result),
  ].join('\n');

/** On a command line verdicts are options; without any to give, what the use-case says. */
const nextWords = ({ unjudged: [first], run_id, outcome, next_step }: RecordOutcomeResult): string =>
  first === undefined
    ? next_step
    : `Recorded. Say what it was worth: hone outcome ${run_id} --outcome ${outcome} --verdict ${first}=helpful (or harmful, unused, ignored)`;

const rewriteWords = ({ share, replaced_lines, agent_lines }: Rewrite): string =>
  `  people replaced ${replaced_lines} of ${agent_lines} lines of the agent: ${(100 * share).toFixed(0)} %`;

/** A pipeline of a branch on which no agent worked. */
export const unknownBranchWords = ({ show }: Output, keys: readonly string[]): string =>
  `Nothing recorded: no task here has a key of this branch (${keys.map(show).join(', ')}). HONE_TASK names another one.`;
