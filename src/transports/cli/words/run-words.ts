import type { OutcomeRecord, Run, Task } from '../../../domain/run.ts';
import type { RunHistory } from '../../../ports/run-store.ts';
import type { ShownRun } from '../../../use-cases/show-run.ts';
import type { Output } from '../output.ts';
import { counted, line } from './lesson-words.ts';

interface ListedRun {
  readonly task: Task;
  readonly run: Run;
  readonly outcome?: OutcomeRecord;
}

export const runList = (output: Output, runs: readonly ListedRun[], total: number): string => {
  if (runs.length === 0) return 'No runs yet. Agents open one with `start_task`.';
  const lines = runs.map(({ task, run, outcome }) => {
    const ended = outcome === undefined ? 'open' : `${outcome.outcome} (${outcome.source})`;
    return `${output.paint.bold(run.run_id)}  ${run.started_at}  ${ended}\n  ${output.show(task.task_key ?? task.task_id)} attempt ${run.attempt}: ${output.show(run.text)}`;
  });
  return [...lines, counted(runs.length, total, 'run')].join('\n');
};

/** Everything that happened in one run, in the order of time. */
export const runHistory = (output: Output, { task, run, ...happened }: ShownRun): string => {
  const { paint, show } = output;
  const events = eventsOf(happened).sort((a, b) => a.at.localeCompare(b.at));
  return [
    `${paint.bold(run.run_id)}  attempt ${run.attempt} at ${show(task.task_key ?? task.task_id)}`,
    ...line(output, 'task', run.text),
    ...line(output, 'agent', [run.agent, run.model].filter(Boolean).join(' ')),
    ...line(output, 'paths', run.paths.join(', ')),
    ...line(output, 'error', run.error),
    `${run.started_at}  started${run.looped ? ', with a loop warning' : ''}`,
    ...events.map(({ at, what }) => `${at}  ${show(what)}`),
  ].join('\n');
};

const eventsOf = (happened: Omit<ShownRun, 'task' | 'run'>): { at: string; what: string }[] => [
  ...happened.recalls.map((one) => ({
    at: one.at,
    what: `recall (${one.path}): ${one.decision}, ${counted(shown(one.candidates), shown(one.candidates), 'lesson')}`,
  })),
  ...happened.corrections.map((one) => ({
    at: one.at,
    what: `correction by ${one.by} (${one.match}${one.repeat_why === undefined ? '' : `, ${one.repeat_why}`}): ${one.right}`,
  })),
  ...happened.interventions
    .filter((one) => one.correction_id === undefined)
    .map((one) => ({ at: one.at, what: `${one.kind} by ${one.by}${one.note === undefined ? '' : `: ${one.note}`}` })),
  ...happened.heard.map((one) => ({
    at: one.at,
    what: `heard (${one.kind}, ${Math.round(100 * one.probability)} % sure, counted apart): ${one.quote}`,
  })),
  ...happened.checkpoints.map((one) => ({
    at: one.asked_at,
    what: `asked ${one.owner}: ${one.question}${one.answer === undefined ? '' : ` → ${one.answer}`}`,
  })),
  ...happened.verdicts.map((one) => ({ at: one.at, what: `${one.lesson_id} was ${one.verdict}, says ${one.by}` })),
  ...happened.outcomes.map((one) => ({ at: one.at, what: `${one.outcome}, says ${one.by} (${one.source})` })),
];

const shown = (candidates: RunHistory['recalls'][number]['candidates']): number =>
  candidates.filter((one) => one.cut === undefined).length;
