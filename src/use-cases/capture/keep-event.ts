import type { Captured, Happening, Heard } from '../../domain/capture/captured.ts';
import type { Id } from '../../domain/ids.ts';
import { once } from '../once.ts';
import { recordOutcome } from '../record-outcome.ts';
import type { Caller, Services } from '../services.ts';
import { startTask } from '../start-task.ts';
import { markOpenedByHook, runOfSession, sessionKey } from './session-run.ts';

/** Keeps one happening in the store, once, at the time when it was. What belongs to a run that does not exist is let go. */
export const keepEvent = async (services: Services, caller: Caller, event: Captured): Promise<void> => {
  const then: Services = { ...services, clock: { now: () => event.at } };
  const inside: Caller = { ...caller, project: event.project, known: new Set([...caller.known, event.project]) };
  const act: Act = { services: then, caller: inside, event };
  switch (event.what.type) {
    case 'prompt':
      return keepPrompt(act, event.what);
    case 'run':
      return adopt(act, event.what.run_id);
    case 'recalled':
      return keepRecall(act, event.what);
    case 'intervened':
      return keepIntervention(act, event.what);
    case 'ended':
      return closeRun(act, event.what.finished ? 'completed_clean' : 'abandoned');
    case 'merged':
      return keepMerge(act, event.what.branch);
  }
};

interface Act {
  readonly services: Services;
  readonly caller: Caller;
  readonly event: Captured;
}

const runOf = ({ services, caller, event }: Act): Promise<Id | null> =>
  runOfSession(services.stores, {
    project: event.project,
    principal: caller.principal.name,
    client: event.client,
    session: event.session,
  });

const keepPrompt = async (act: Act, { task, heard }: Extract<Happening, { type: 'prompt' }>): Promise<void> => {
  const { services, caller, event } = act;
  if ((await runOf(act)) === null) {
    const input = {
      task,
      task_key: event.task_key,
      project: event.project,
      agent: event.client,
      ...(event.model === undefined ? {} : { model: event.model }),
      idempotency_key: sessionKey(event),
    };
    const { run_id } = await startTask(services, caller, input, { recall: false });
    await services.unitOfWork.write((stores) => markOpenedByHook(stores, event.project, run_id, event.at));
  }
  if (heard !== undefined) await keepHeard(act, heard);
};

const keepHeard = (act: Act, heard: Heard): Promise<void> =>
  forRun(act, (stores, runId) =>
    stores.heard.add({ project: act.event.project, run_id: runId, ...heard, at: act.event.at }),
  );

const adopt = async ({ services, caller, event }: Act, runId: Id): Promise<void> => {
  const run = await services.stores.runs.findRun(event.project, runId);
  if (run === null) return;
  await once(services, caller, {
    project: event.project,
    verb: 'hook_run',
    input: { idempotency_key: sessionKey(event) },
    prepare: async () => null,
    commit: async () => ({ run_id: runId }),
  });
};

/** Does `write` for the event's run, once for the event's id. */
const forRun = async (act: Act, write: (stores: Services['stores'], runId: Id) => Promise<void>): Promise<void> => {
  const runId = await runOf(act);
  if (runId === null) return;
  await once(act.services, act.caller, {
    project: act.event.project,
    verb: 'hook_event',
    input: { idempotency_key: act.event.id },
    prepare: async () => null,
    commit: async (stores) => {
      await write(stores, runId);
      return {};
    },
  });
};

const keepRecall = (act: Act, { recall }: Extract<Happening, { type: 'recalled' }>): Promise<void> =>
  forRun(act, (stores, runId) =>
    stores.runs.addRecall({
      project: act.event.project,
      recall_id: act.services.ids.next('recall'),
      run_id: runId,
      ...recall,
      at: act.event.at,
    }),
  );

const keepIntervention = (act: Act, { kind, note }: Extract<Happening, { type: 'intervened' }>): Promise<void> =>
  forRun(act, (stores, runId) =>
    stores.runs.addIntervention({
      project: act.event.project,
      run_id: runId,
      kind,
      planned: false,
      note,
      by: act.caller.principal.name,
      at: act.event.at,
    }),
  );

const closeRun = async (act: Act, outcome: 'completed_clean' | 'abandoned'): Promise<void> => {
  const runId = await runOf(act);
  if (runId === null) return;
  await recordOutcome(act.services, act.caller, {
    run_id: runId,
    outcome,
    note: 'the session ended',
    idempotency_key: act.event.id,
  });
};

/** A merge confirms the newest run of the branch's task: somebody took its work in. */
const keepMerge = async (act: Act, branch: string): Promise<void> => {
  const { services, caller, event } = act;
  const task = await services.stores.runs.findTaskByKey(event.project, branch);
  if (task === null) return;
  const runs = await services.stores.runs.runsOf(event.project, task.task_id);
  const last = runs.at(-1);
  if (last === undefined) return;
  // The repository itself says so on this machine; from elsewhere it is the word of whoever's token it is.
  const local = caller.principal.credential === undefined;
  const pipeline: Caller = { ...caller, principal: { ...caller.principal, kind: 'ci' } };
  await recordOutcome(services, local ? pipeline : caller, {
    run_id: last.run_id,
    outcome: 'completed_clean',
    note: 'merged',
    idempotency_key: event.id,
  });
};
