import type { RecordOutcomeResult } from '../../../use-cases/record-outcome.ts';
import type { Output } from '../output.ts';

/** What was learned from an outcome. */
export const outcomeWords = ({ paint, show }: Output, result: RecordOutcomeResult): string =>
  [
    `${paint.bold(result.run_id)}  ${result.outcome}`,
    ...result.learned.map((one) => `  ${one.lesson_id}: ${show(one.change)}`),
    ...result.unjudged.map((id) => `  ${id}: shown, and nothing said of it`),
    result.next_step,
  ].join('\n');
