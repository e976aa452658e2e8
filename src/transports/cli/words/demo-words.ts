import type { Estimate } from '../../../domain/estimate.ts';
import type { Trends } from '../../../domain/metrics/trends.ts';
import type { ReplayStep } from '../demo/replay.ts';
import type { ReplayFigures } from '../demo/replay-figures.ts';
import type { Output } from '../output.ts';

/** One running line: what was recalled before the task, and whether it was right. */
export const stepWords = (output: Output, step: ReplayStep, number: number): string => {
  const { paint, show } = output;
  const shown = `${step.delivered} ${step.delivered === 1 ? 'lesson' : 'lessons'}`;
  const judged =
    step.earlier.length === 0
      ? paint.dim('· first   ')
      : step.hit
        ? paint.green('✓ recalled')
        : paint.red('✗ missed  ');
  return `${String(number).padStart(3)} ${judged} ${shown.padEnd(9)} ${show(step.correction.subject).slice(0, LINE)}`;
};

const LINE = 60;

export const demoWords = (output: Output, figures: ReplayFigures, trend: Trends, seconds: number): string => {
  const { paint } = output;
  return [
    paint.bold(
      `${figures.tasks} public corrections of curl, ${figures.from} to ${figures.to}, replayed in time order through a real server in ${seconds} s`,
    ),
    '',
    `An earlier correction of the same change was on record at ${figures.recalled.n} of ${figures.tasks} tasks. Put before the agent in time:`,
    row(`Hone, ${figures.lessons_per_task} lessons a task on average`, figures.recalled),
    row('the 3 newest corrections, always', figures.newest_first),
    'Only where all of them were at least 7 days old:',
    row('Hone', figures.recalled_after_7_days),
    row('the 3 newest corrections, always', figures.newest_first_after_7_days),
    `Nothing shown where there was none: ${estimateWords(figures.silent_without_earlier)}`,
    `Tokens per task: ${figures.tokens_per_task}`,
    `Corrections filed as: ${counts(figures.matches)}`,
    '',
    paint.bold('Recalled in time, by 25 tasks'),
    ...figures.recalled_by_25_tasks.map((one, at) => `  tasks ${at * GROUP + 1} on: ${estimateWords(one)}`),
    '',
    paint.bold('What the server says of the trend'),
    `  ${trend.verdict.text}`,
    `  Corrections that repeat a lesson on record, as matched by their text: ${estimateWords(trend.metrics.repeat_correction_rate)}`,
    ...trend.series.map((point, at) => `  tasks ${at * GROUP + 1} on: ${estimateWords(point.repeat_correction_rate)}`),
    '',
    ...MEANING,
  ].join('\n');
};

const GROUP = 25;
const LABEL = 36;

const row = (label: string, estimate: Estimate): string => `  ${label.padEnd(LABEL)} ${estimateWords(estimate)}`;

const MEANING = [
  'What this means: how often the right lesson would have been in front of an agent before it started, on real work in its real order.',
  'What it does not: no language model took part, so whether an agent would have followed the lesson is untested; and as every',
  'replayed task is one that was corrected in fact, interventions cannot fall here. "The same change" is what the developers linked;',
  'useful lessons that they did not link count as misses. Verdicts follow those links without error, which real ones do not.',
];

export const estimateWords = (estimate: Estimate | undefined): string => {
  if (estimate === undefined || estimate.value === null) return 'nothing to divide by';
  const percent = (share: number | null): string => (share === null ? '?' : (100 * share).toFixed(0));
  return `${percent(estimate.value)} % (95 %: ${percent(estimate.low)} to ${percent(estimate.high)}, n = ${estimate.n})`;
};

const counts = (record: Readonly<Record<string, number>>): string =>
  Object.entries(record)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
