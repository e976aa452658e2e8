import type { Delivery } from '../../../domain/holdout/delivery.ts';
import { EVERY_WORKFLOW } from '../../../domain/holdout/delivery.ts';
import type { LockedBaseline } from '../../../domain/metrics/locked-baseline.ts';
import type { TrialReport } from '../../../use-cases/trial/report-trial.ts';
import type { RollBackResult } from '../../../use-cases/trial/roll-back-trial.ts';
import type { StartTrialResult } from '../../../use-cases/trial/start-trial.ts';
import { textTable } from '../charts/text-table.ts';
import type { Output } from '../output.ts';
import { gainWords, headlineOf, trialReport } from '../trial-report.ts';

const minute = (time: string): string => `${time.slice(0, 16).replace('T', ' ')} UTC`;

/** What a trial takes, said before it starts. */
export const planWords = ({ show, paint }: Output, { trial, warnings }: StartTrialResult): string =>
  [
    `Workflow ${show(trial.workflow)}, owner ${show(trial.owner)}, to ${minute(trial.ends_at)}.`,
    `Frozen: ${trial.lessons.length} lessons, margin ${trial.plan.margin} interventions per 100 runs.`,
    `Tasks needed in each arm (80 % power): ${gainWords(trial)}; ${trial.plan.tasks_for_margin} to rule out the margin.`,
    ...warnings.map((warning) => paint.yellow(`Note: ${warning}`)),
  ].join('\n');

export const startedWords = (output: Output, result: StartTrialResult): string =>
  [
    planWords(output, result),
    '',
    result.dry_run
      ? 'Nothing was started.'
      : `Started ${output.paint.bold(result.trial.trial_id)}. Every second new task of the workflow gets no lessons; the team should know. See \`hone trial status\`.`,
  ].join('\n');

export const trialList = ({ show, paint }: Output, trials: readonly TrialReport[]): string => {
  if (trials.length === 0) {
    return 'No trials yet. Start one: hone trial start --workflow bugfix --owner platform-team --days 7';
  }
  return trials
    .map((report) => {
      const { trial, progress, state } = report;
      const harm = `Evidence of harm: ${progress.harm.evidence.toFixed(2)} after ${progress.harm.blocks} pairs; ${progress.harm.limit} ends it.`;
      return [
        `${paint.bold(trial.trial_id)}  ${show(trial.workflow)}  ${state.replace('_', ' ')}, owner ${show(trial.owner)}`,
        `  ${headlineOf(report)}`,
        `  ${harm}`,
      ].join('\n');
    })
    .join('\n');
};

export const trialWords = ({ show, paint }: Output, report: TrialReport): string => {
  const { title, headline, meta, reasons, tables, notes } = trialReport(report);
  return [
    paint.bold(headline),
    ...reasons.map((reason) => `  ${reason}`),
    paint.dim(show(`${title}: ${meta}`)),
    ...tables.flatMap((table) => [
      '',
      table.title,
      textTable(
        table.head.map((name) => ({ title: name })),
        table.rows.map((row) => row.map(show)),
      ),
    ]),
    '',
    ...notes.map(show),
  ].join('\n');
};

export const rolledBackWords = ({ show }: Output, result: RollBackResult): string => {
  const lessons = new Map<string, Set<string>>();
  for (const { lesson_id, task_key, run_id } of result.received) {
    lessons.set(lesson_id, (lessons.get(lesson_id) ?? new Set()).add(task_key ?? run_id));
  }
  return [
    result.rehearsed
      ? `Rehearsed in ${result.seconds} s and undone; nothing changed.`
      : `Rolled back in ${result.seconds} s. Running servers obey it at their next answer.`,
    result.received.length === 0
      ? 'No lesson was shown in this workflow since the start.'
      : `${result.received.length} times a lesson was shown in this workflow since the start:`,
    ...[...lessons].map(([id, tasks]) => `  ${id}: ${[...tasks].map(show).join(', ')}`),
  ].join('\n');
};

export const deliveryWords = ({ show }: Output, { workflow, holdout_share: share }: Delivery): string => {
  const where = workflow === EVERY_WORKFLOW ? 'every workflow without a decision of its own' : show(workflow);
  if (share === 0) return `No holdout in ${where}: every new task gets lessons.`;
  if (share === 1)
    return `Shadow in ${where}: lessons are looked up and logged, and critical ones alone are delivered.`;
  return `${Math.round(100 * share)} % of new tasks in ${where} go without memory from now on.`;
};

export const baselineWords = ({ show }: Output, { workflow, from, to }: LockedBaseline): string =>
  `The baseline of ${workflow === undefined ? 'the project' : show(workflow)} is ${minute(from)} to ${minute(to)}.`;
