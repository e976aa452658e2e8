import type { HookEvent } from '../../domain/capture/hook-event.ts';
import type { Id, Time } from '../../domain/ids.ts';
import type { Run, Task } from '../../domain/run.ts';
import { fingerprint } from '../../domain/text/fingerprint.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** Under which a session's run is remembered. */
export const sessionKey = ({ client, session }: Pick<HookEvent, 'client' | 'session'>): string =>
  `hook:${fingerprint([client, session])}`;

/** The run of a client's session: the one that its agent opened by itself, else the one opened for its first prompt. */
export const runOfSession = async (
  stores: Stores,
  of: { project: string; principal: string; client: HookEvent['client']; session: string },
): Promise<Id | null> => {
  const slot = { project: of.project, principal: of.principal, key: sessionKey(of) };
  const found =
    (await stores.answers.find({ ...slot, verb: 'hook_run' })) ??
    (await stores.answers.find({ ...slot, verb: 'start_task' }));
  return found === null ? null : (JSON.parse(found.answer) as { run_id: Id }).run_id;
};

const FRESH_MS = 30 * 60_000;
const LOOKED_AT = 5;

/**
 * The run that a hook just opened for a prompt and that its agent now starts by itself: it is one attempt, not two. Null when
 * there is none, or more than one that it could be. Taken once; called inside the write that starts the task.
 */
export const takeSessionRun = async (
  stores: Stores,
  of: { project: string; principal: string; taskKey: string | undefined; now: Time },
): Promise<{ task: Task; run: Run } | null> => {
  const { items } = await stores.runs.listRuns(of.project, { limit: LOOKED_AT });
  const open = [];
  for (const { task, run, outcome } of items) {
    const fresh = Date.parse(of.now) - Date.parse(run.started_at) < FRESH_MS;
    const same = run.principal === of.principal && (of.taskKey === undefined || of.taskKey === task.task_key);
    if (outcome === undefined && fresh && same && (await isUntaken(stores, run))) open.push({ task, run });
  }
  const [only] = open;
  if (only === undefined || open.length > 1) return null;
  await mark(stores, only.run, 'hook_taken', of.now);
  return only;
};

const slotOf = ({ project, principal, run_id }: Run, verb: string) => ({ project, principal, verb, key: run_id });

const isUntaken = async (stores: Stores, run: Run): Promise<boolean> =>
  (await stores.answers.find(slotOf(run, 'hook_opened'))) !== null &&
  (await stores.answers.find(slotOf(run, 'hook_taken'))) === null;

const mark = (stores: Stores, run: Run, verb: 'hook_opened' | 'hook_taken', at: Time): Promise<void> =>
  stores.answers.keep(slotOf(run, verb), { fingerprint: fingerprint({}), answer: '{}', at });

/** Says that this run was opened by a hook. Called inside a write; once for a run. */
export const markOpenedByHook = async (stores: Stores, project: string, runId: Id, at: Time): Promise<void> => {
  const run = await stores.runs.findRun(project, runId);
  if (run !== null && (await stores.answers.find(slotOf(run, 'hook_opened'))) === null) {
    await mark(stores, run, 'hook_opened', at);
  }
};
