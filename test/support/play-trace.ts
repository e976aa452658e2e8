import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoopPattern } from '../../src/domain/loops/loop-finding.ts';
import { readWorkflowFile } from '../../src/transports/cli/workflow-file/read-workflow-file.ts';
import { applyWorkflows } from '../../src/use-cases/apply-workflows.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { recordOutcome } from '../../src/use-cases/record-outcome.ts';
import type { Caller, Services } from '../../src/use-cases/services.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import type { LoopTrace, TraceCall } from './loop-trace.ts';

/** What was found with each call of a trace, by its place. */
export interface Played {
  readonly found: readonly { at: number; pattern: LoopPattern }[];
}

const WORKFLOWS = readFileSync(join(import.meta.dirname, '../../docs/hone-workflows.yaml'), 'utf8');

const callerOf = (project: string, name: string, kind: 'agent' | 'person'): Caller => ({
  principal: {
    name,
    kind,
    roles: kind === 'agent' ? ['agent'] : ['developer', 'reviewer', 'lead', 'admin'],
    projects: '*',
    solo: kind === 'person',
  },
  project,
  known: new Set([project]),
});

/**
 * Plays a trace through the use-cases that an agent's tools call, in a project of its own, on a clock that is set by the
 * trace.
 */
export const playTrace = async (
  services: Services,
  clock: { advance(hours: number): void },
  project: string,
  trace: LoopTrace,
): Promise<Played> => {
  const person = callerOf(project, 'ann', 'person');
  if (trace.calls.some((one) => one.call === 'start' && one.workflow !== undefined)) {
    await applyWorkflows(services, person, { workflows: readWorkflowFile(WORKFLOWS) });
  }
  for (const [when, rule] of trace.lessons ?? []) {
    await recordCorrection(services, person, { wrong: `not: ${rule}`, right: rule, when });
  }
  const found: { at: number; pattern: LoopPattern }[] = [];
  let run = '';
  for (const [at, call] of trace.calls.entries()) {
    clock.advance((call.after ?? 1) / 60);
    const { patterns, run_id } = await play(
      services,
      callerOf(project, call.by ?? 'agent', 'agent'),
      person,
      run,
      call,
    );
    run = run_id ?? run;
    found.push(...patterns.map((pattern) => ({ at, pattern })));
  }
  return { found };
};

const play = async (
  services: Services,
  agent: Caller,
  person: Caller,
  run: string,
  call: TraceCall,
): Promise<{ patterns: LoopPattern[]; run_id?: string }> => {
  const none = { patterns: [] };
  if (call.call === 'start') {
    const { call: _, after: __, by: ___, key, task, ...rest } = call;
    const started = await startTask(services, agent, { task: task ?? 'the task', task_key: key ?? 'K', ...rest });
    return { patterns: started.loop === undefined ? [] : [started.loop.pattern], run_id: started.run_id };
  }
  if (call.call === 'recall') {
    const { call: _, after: __, by: ___, ...rest } = call;
    const answer = await recallLessons(services, agent, { ...rest, run_id: run });
    return { patterns: answer.loop === undefined ? [] : [answer.loop.pattern] };
  }
  if (call.call === 'outcome') {
    const { outcome, error } = call;
    const ended = await recordOutcome(services, agent, { run_id: run, outcome, error });
    return { patterns: ended.learned.some(({ change }) => change.includes('principals failed')) ? ['fleet'] : [] };
  }
  await recordCorrection(services, person, { run_id: run, wrong: call.wrong, right: call.right, when: call.wrong });
  return none;
};
