import type { RecordOutcomeResult } from '../../../use-cases/record-outcome.ts';

export const renderRecordOutcome = (result: RecordOutcomeResult): string =>
  [
    `Outcome of ${result.run_id} (task ${result.task_id}): ${result.outcome}.`,
    ...(result.learned.length === 0
      ? ['No lesson changed.']
      : result.learned.map(({ lesson_id, change }) => `${lesson_id}: ${change}`)),
    ...(result.unjudged.length === 0 ? [] : [`Shown, but without a verdict: ${result.unjudged.join(', ')}.`]),
    `Next: ${result.next_step}`,
  ].join('\n');
