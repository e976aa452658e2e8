import {
  CHECKPOINT_HOURS,
  type Checkpoint,
  type CheckpointStatus,
  checkpointStatus,
  type Risk,
} from '../domain/checkpoint.ts';
import { notFound } from '../domain/error.ts';
import type { Id, Time } from '../domain/ids.ts';
import type { Run } from '../domain/run.ts';
import { type Workflow, workflowOfTask } from '../domain/workflow.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { foreignToAnswer } from './guard/plain-answer.ts';
import { readableByAgents, WITHHELD } from './guard/readable-by-agents.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { locateRun } from './locate.ts';
import type { Caller, Services } from './services.ts';

export interface RequestCheckpointInput {
  readonly run_id: Id;
  readonly question: string;
  readonly options?: readonly string[] | undefined;
  readonly risk?: Risk | undefined;
  readonly checkpoint_id?: Id | undefined;
}

export interface RequestCheckpointResult {
  readonly checkpoint_id: Id;
  readonly status: CheckpointStatus;
  readonly answer?: string;
  readonly answered_by?: string;
  readonly at?: Time;
  /** It is what the agent's client says that its user said: no approval. */
  readonly client_attested?: true;
  readonly owner: string;
  readonly expires_at: Time;
  readonly meanwhile: string;
  readonly next_step: string;
}

/**
 * Asks a human, or looks whether they answered. The same open question of the same run is one checkpoint, however often
 * it is asked, so a retry never makes a second one.
 */
export const requestCheckpoint = async (
  services: Services,
  caller: Caller,
  given: RequestCheckpointInput,
): Promise<RequestCheckpointResult> => {
  const input = await refuseSecrets(services, given);
  const run = await locateRun(services, caller, input.run_id);
  const now = services.clock.now();
  if (input.checkpoint_id !== undefined) {
    const asked = await services.stores.runs.findCheckpoint(run.project, input.checkpoint_id);
    if (asked === null || asked.run_id !== run.run_id) throw notFound('checkpoint');
    return readable(services, answerOf(asked, await workflowOf(services.stores, run), now));
  }
  const asked = await services.unitOfWork.write(async (stores) => {
    const workflow = await workflowOf(stores, run);
    const open = await stores.runs.listCheckpoints(run.project, { openAt: now });
    const same = open.find((one) => one.run_id === run.run_id && one.question === input.question);
    if (same !== undefined) return answerOf(same, workflow, now);
    const checkpoint: Checkpoint = {
      project: run.project,
      checkpoint_id: services.ids.next('checkpoint'),
      run_id: run.run_id,
      question: input.question,
      options: input.options ?? [],
      risk: input.risk ?? 'medium',
      owner: workflow.owner,
      asked_at: now,
      expires_at: new Date(Date.parse(now) + CHECKPOINT_HOURS * 3_600_000).toISOString(),
    };
    await stores.runs.addCheckpoint(checkpoint);
    return answerOf(checkpoint, workflow, now);
  });
  return readable(services, asked);
};

/** What people wrote in a workflow and what was answered, as the agent may read it. */
const readable = async (services: Services, result: RequestCheckpointResult): Promise<RequestCheckpointResult> => {
  const [owner = WITHHELD, meanwhile = WITHHELD] = await readableByAgents(services, [result.owner, result.meanwhile]);
  const { answer } = result;
  if (answer === undefined) return { ...result, owner, meanwhile };
  const foreign = (await foreignToAnswer(services, answer)) !== null;
  return { ...result, owner, meanwhile, answer: foreign ? WITHHELD : answer };
};

const workflowOf = async (stores: Stores, run: Run): Promise<Workflow> => {
  const task = await stores.runs.findTask(run.project, run.task_id);
  return workflowOfTask(await stores.workflows.current(run.project), task?.workflow ?? '');
};

const NEXT_STEPS: Record<CheckpointStatus, string> = {
  pending:
    'Wait, or go the way in `meanwhile`. Ask again with this checkpoint_id; a person answers with `hone checkpoint answer`.',
  answered: 'A person decided. Go on with their answer.',
  expired: 'Nobody answered in time. Go the way in `meanwhile`; do not take silence for consent.',
};

const ATTESTED_STEP =
  'Your client says that its user answered. That is no approval on record: go on only with what can be undone. A person can still answer with `hone checkpoint answer`.';

const answerOf = (checkpoint: Checkpoint, workflow: Workflow, now: Time): RequestCheckpointResult => {
  const status = checkpointStatus(checkpoint, now);
  const { attested } = checkpoint;
  const word = status === 'answered' || attested === undefined ? null : attested;
  return {
    checkpoint_id: checkpoint.checkpoint_id,
    status: word === null ? status : 'answered',
    ...(checkpoint.answer === undefined ? {} : { answer: checkpoint.answer }),
    ...(checkpoint.answered_by === undefined ? {} : { answered_by: checkpoint.answered_by }),
    ...(checkpoint.answered_at === undefined ? {} : { at: checkpoint.answered_at }),
    ...(word === null
      ? {}
      : { answer: word.answer, answered_by: `the client of ${word.by}`, at: word.at, client_attested: true as const }),
    owner: checkpoint.owner,
    expires_at: checkpoint.expires_at,
    meanwhile: workflow.guardrails.fallback,
    next_step: word === null ? NEXT_STEPS[status] : ATTESTED_STEP,
  };
};
