import { boundaryFor } from '../../domain/boundary.ts';
import { HoneError } from '../../domain/error.ts';
import type { Id, IdKind } from '../../domain/ids.ts';
import { DEFAULT_WORKFLOW } from '../../domain/workflow.ts';
import type { CallSpool } from '../../ports/call-spool.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Guard } from '../../ports/guard.ts';
import type { Ids } from '../../ports/ids.ts';
import { degradedRecall } from '../recall/perform-recall.ts';
import { toRecall } from '../recall/remember.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller } from '../services.ts';

/** What there is without a store. */
export interface Standby {
  readonly spool: CallSpool;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly guard: Guard;
}

/** Ids that a kept call promises, by tool. A tool that is not here cannot wait. */
const PROMISED: Readonly<Record<string, readonly IdKind[]>> = {
  start_task: ['task', 'run'],
  record_correction: ['correction', 'lesson'],
  record_outcome: [],
  propose_lesson: ['lesson'],
};

/**
 * The answer of a tool, whose input was checked, while the store is away or busy: a question gets nothing and why, a task begins all the same, and
 * other writes are kept on this machine until the store is back.
 *
 * @throws HoneError the first error, for what cannot wait; for kept writes it says so, because nothing was acknowledged
 */
export const answerWhenAway = async (
  standby: Standby,
  caller: Caller,
  tool: string,
  input: Readonly<Record<string, unknown>>,
  error: unknown,
): Promise<object> => {
  if (!(error instanceof HoneError) || !['BUSY', 'STORE_UNAVAILABLE'].includes(error.code)) throw error;
  if (tool === 'recall_lessons') return toRecall(degradedRecall(error), standby.ids.next('recall'));
  const promised = PROMISED[tool];
  if (promised === undefined) throw error;
  const ids = promised.map((kind) => standby.ids.next(kind));
  const project = resolveProject(caller, typeof input.project === 'string' ? input.project : undefined);
  await keep(standby, { tool, project, by: caller.principal.name, input, ids }, error);
  if (tool === 'start_task') return begunAnyway(standby, project, ids, input, error);
  throw new HoneError(
    error.code,
    `${error.message} The call was kept on this machine and is done as soon as the store is back.`,
    'Go on with your task. Do not send it again.',
    { cause: error },
  );
};

const keep = async (
  { spool, ids, clock, guard }: Standby,
  call: { tool: string; project: string; by: string; input: Readonly<Record<string, unknown>>; ids: readonly Id[] },
  error: HoneError,
): Promise<void> => {
  const id = ids.next('recall');
  const input = { idempotency_key: `kept ${id}`, ...call.input };
  // Nothing that holds a secret is ever written down, not even to wait.
  for (const text of textsIn(call.input)) if ((await guard.findSecrets(text)).length > 0) throw error;
  const kept = await spool.keep({ ...call, id, at: clock.now(), input }).then(
    () => true,
    () => false,
  );
  if (!kept) throw error;
};

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const AWAY = 'the workflows of this project cannot be read now';

/** A run that the store learns of later. Until then every path is a checkpoint: nobody can say what its workflow allows. */
const begunAnyway = (
  { ids }: Standby,
  project: string,
  [task_id = '', run_id = '']: readonly Id[],
  input: Readonly<Record<string, unknown>>,
  error: HoneError,
): object => {
  const paths = Array.isArray(input.paths) ? input.paths.map(String) : [];
  const { guardrails, checkpoints } = DEFAULT_WORKFLOW;
  return {
    run_id,
    task_id,
    project,
    attempt: 1,
    routing: {
      decision: 'proceed',
      workflow: null,
      confidence: null,
      reason: `${error.message} The task was kept on this machine and is recorded as soon as the store is back.`,
    },
    boundary: boundaryFor(
      [{ ...DEFAULT_WORKFLOW, boundary: [{ paths: ['**'], may: 'checkpoint', because: AWAY }] }],
      paths,
    ),
    guardrails: { ...guardrails, checkpoints },
    recall: toRecall(degradedRecall(error), ids.next('recall')),
  };
};
