import type { Estimate } from '../../domain/estimate.ts';
import type { ArmFigures, TrialFigures } from '../../domain/metrics/trial-figures.ts';
import type { TrialDecision } from '../../domain/metrics/trial-verdict.ts';
import type { Trial, TrialEvent } from '../../domain/trial.ts';
import type { TrialReport } from '../../use-cases/trial/report-trial.ts';
import { intervalWords, METRIC_WORDS, valueWords } from './metric-words.ts';

export interface ReportTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A report before it has a format: the sentence that matters first. */
export interface ReportContent {
  readonly title: string;
  readonly headline: string;
  readonly meta: string;
  readonly reasons: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly notes: readonly string[];
}

const DECISIONS: Record<TrialDecision, string> = {
  keep: 'Keep',
  roll_back: 'Roll back',
  inconclusive: 'Inconclusive',
};
const STATES: Record<TrialReport['state'], string> = {
  running: 'running',
  due: 'waiting for its look',
  looked: 'looked at, not closed yet',
  stopped: 'stopped',
  rolled_back: 'rolled back',
};

const minute = (time: string): string => `${time.slice(0, 16).replace('T', ' ')} UTC`;
const share = METRIC_WORDS.completion_without_rewrite;
const interventions = METRIC_WORDS.interventions_per_100_runs;
const minutes = METRIC_WORDS.median_minutes_to_resolution;
const ratio = (value: number): string => `× ${value.toFixed(2)}`;

/** The verdict in one sentence, or that it is too early for one. */
export const headlineOf = ({ verdict, state, ends_at, progress, look_due }: TrialReport): string => {
  if (verdict !== null) return `${DECISIONS[verdict.decision]}.`;
  const counts = `${progress.memory} tasks with memory, ${progress.holdout} without`;
  if (look_due) {
    const why = state === 'due' ? 'Its look is due' : 'It does harm, and its look may be taken now';
    return `${why}: \`hone trial report\` takes it, once and for all; so far ${counts}.`;
  }
  return state === 'running'
    ? `No verdict before the look at ${minute(ends_at)}; so far ${counts}.`
    : `No verdict was recorded; ${counts}.`;
};

const cell = (estimate: Estimate, format: (value: number) => string): string =>
  estimate.value === null
    ? `none (n = ${estimate.n})`
    : `${valueWords(estimate, format)} (${intervalWords(estimate, format)}, n = ${estimate.n})`;

const comparison = ({ arms, lift }: TrialFigures): ReportTable => {
  const row = (
    label: string,
    of: (arm: ArmFigures) => Estimate,
    format: (value: number) => string,
    difference: string,
  ): string[] => [label, cell(of(arms.memory), format), cell(of(arms.holdout), format), difference];
  const changed = (estimate: Estimate | undefined, format: (value: number) => string): string =>
    estimate === undefined || estimate.value === null ? 'none' : cell(estimate, format);
  return {
    title: 'Memory against holdout, as assigned, 95 % intervals',
    head: ['', 'memory', 'holdout', 'difference'],
    rows: [
      ['Tasks (mature)', ...[arms.memory, arms.holdout].map((arm) => `${arm.tasks} (${arm.mature})`), ''],
      ['Tasks shown a lesson', String(arms.memory.exposed), String(arms.holdout.exposed), ''],
      row(
        share.label,
        (arm) => arm.completion_without_rewrite,
        share.format,
        changed(lift?.completion_without_rewrite, (value) => `${share.formatChange(value)} points`),
      ),
      row(
        interventions.label,
        (arm) => arm.interventions_per_100_runs,
        interventions.format,
        changed(lift?.interventions_per_100_runs, interventions.formatChange),
      ),
      row(
        minutes.label,
        (arm) => arm.median_minutes_to_resolution,
        minutes.format,
        changed(lift?.minutes_to_resolution_ratio, ratio),
      ),
    ],
  };
};

const frozen = ({ trial, ends_at }: TrialReport): ReportTable => {
  const { plan, baseline } = trial;
  const usual =
    baseline === null
      ? 'none'
      : `${baseline.from.slice(0, 10)} to ${baseline.to.slice(0, 10)}: ${baseline.tasks} tasks, completion ${baseline.completion === null ? '–' : share.format(baseline.completion)}, ${baseline.interventions_per_100_runs === null ? '–' : interventions.format(baseline.interventions_per_100_runs)} interventions per 100 runs`;
  return {
    title: 'What was frozen at the start',
    head: ['what', 'value'],
    rows: [
      ['Owner', trial.owner],
      ['Start', `${minute(trial.started_at)} by ${trial.started_by}`],
      ['Look', minute(ends_at)],
      ['Baseline', usual],
      [
        'Lessons',
        `${trial.lessons.length}, ${trial.lessons.filter((lesson) => lesson.critical).length} of them critical`,
      ],
      ['Margin', `${plan.margin} interventions per 100 runs`],
      ['Tasks an arm to find the gain', gainWords(trial)],
      ['Tasks an arm to rule out the margin', String(plan.tasks_for_margin)],
    ],
  };
};

export const gainWords = ({ plan }: Trial): string => {
  const points = `${Math.round(100 * plan.minimum_effect)} points`;
  return plan.tasks_for_effect === null
    ? `none: ${points} more would pass 100 %`
    : `${plan.tasks_for_effect} for ${points}`;
};

const eventWords = (event: TrialEvent): string => {
  const what = {
    extended: () => (event.kind === 'extended' ? `extended to ${minute(event.ends_at)}` : ''),
    looked: () => 'looked at',
    incident: () => (event.kind === 'incident' ? `incident: ${event.incident.replaceAll('_', ' ')}` : ''),
    rehearsed: () => (event.kind === 'rehearsed' ? `rollback rehearsed in ${event.seconds} s` : ''),
    stopped: () => 'stopped',
    rolled_back: () => (event.kind === 'rolled_back' ? `rolled back in ${event.seconds} s` : ''),
  }[event.kind]();
  return `${minute(event.at)}: ${what} by ${event.by}${event.reason === undefined ? '' : ` (${event.reason})`}.`;
};

const notesOf = (report: TrialReport): string[] => {
  const { progress, looks, changed_lessons: changed, incidents, figures } = report;
  const coverage = figures?.coverage ?? progress.coverage;
  const harm = figures?.harm ?? progress.harm;
  return [
    `Outcome coverage: ${cell(coverage, share.format)}; 90 % are needed.`,
    `Evidence of harm: ${harm.evidence.toFixed(2)} after ${harm.blocks} pairs; ${harm.limit} ends the trial on any day.`,
    ...(incidents.length === 0 ? [] : [`Incidents: ${incidents.map((one) => one.replaceAll('_', ' ')).join(', ')}.`]),
    ...(changed.length === 0 ? [] : [`Lessons of the frozen set that changed since the start: ${changed.join(', ')}.`]),
    ...(looks > 1 ? [`This is look ${looks}: each further look adds to the chance of a false "keep".`] : []),
    'Lessons corrected into being during the trial reach neither arm of it; people who work in both arms may carry over what they learned, which pulls the difference towards none.',
    ...report.events.map(eventWords),
  ];
};

/** All that a lead needs for the decision. */
export const trialReport = (report: TrialReport): ReportContent => ({
  title: `Trial of ${report.trial.workflow} in ${report.trial.project}`,
  headline: headlineOf(report),
  meta: `${report.trial.trial_id}, ${STATES[report.state]}`,
  reasons: report.verdict?.reasons ?? [],
  tables: [...(report.figures === null ? [] : [comparison(report.figures)]), frozen(report)],
  notes: notesOf(report),
});
