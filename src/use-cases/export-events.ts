import type { EventLine, RunLine } from '../domain/events/event-line.ts';
import type { Run, Task } from '../domain/run.ts';
import { maskStored } from './guard/mask-stored.ts';
import { linesOf, looseCorrectionLine } from './import/event-facts.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

const EVER = { from: '0000-01-01T00:00:00.000Z', to: '9999-12-31T23:59:59.999Z' };

/**
 * A project's history as JSON lines, oldest first: what `importEvents` reads. Holds what people and agents wrote; texts of
 * tasks are in the run lines.
 */
export const exportEvents = async (
  services: Services,
  caller: Caller,
  input: { project?: string | undefined },
): Promise<{ text: string; lines: number }> => {
  const project = resolveProject(caller, input.project);
  const { events } = services.stores;
  const lines: EventLine[] = [];
  for (const history of await events.fullTasks(project, EVER)) {
    for (const run of history.runs) {
      lines.push(runLine(history.task, run));
      const ofRun = <T extends { run_id?: string }>(all: readonly T[]): T[] =>
        all.filter((one) => one.run_id === run.run_id);
      lines.push(
        ...linesOf(run.run_id, {
          recalls: ofRun(history.recalls),
          interventions: ofRun(history.interventions),
          outcomes: ofRun(history.outcomes),
          verdicts: ofRun(history.verdicts),
          corrections: ofRun(history.corrections),
        }),
      );
    }
  }
  lines.push(
    ...(await events.looseCorrections(project, EVER)).map((one) => ({ ...looseCorrectionLine(one), project })),
  );
  const sorted = (await maskStored(services, lines)).sort((a, b) => a.at.localeCompare(b.at));
  return { text: sorted.map((line) => `${JSON.stringify(line)}\n`).join(''), lines: sorted.length };
};

const runLine = (task: Task, run: Run): RunLine => ({
  type: 'run',
  run: run.run_id,
  ...(task.task_key === undefined ? {} : { task_key: task.task_key }),
  ...(task.text === '' ? {} : { task: task.text }),
  project: task.project,
  workflow: task.workflow,
  at: run.started_at,
  ...(run.agent === undefined ? {} : { agent: run.agent }),
  ...(run.model === undefined ? {} : { model: run.model }),
  ...(task.arm === undefined ? {} : { arm: task.arm }),
});
