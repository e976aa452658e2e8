import { type Checkpoint, checkpointStatus } from '../domain/checkpoint.ts';
import { HoneError, notFound } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import { foreignToAnswer } from './guard/plain-answer.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';
import { signed } from './signed.ts';

/**
 * A person's answer to an open question.
 *
 * @throws HoneError FORBIDDEN for anyone but a person; INVALID_INPUT for more than an answer; EXPIRED after its time; CONFLICT when it was answered before.
 */
export const answerCheckpoint = async (
  services: Services,
  caller: Caller,
  given: { checkpoint_id: Id; answer: string; project?: string },
): Promise<Checkpoint> => {
  if (caller.principal.kind !== 'person') {
    throw new HoneError(
      'FORBIDDEN',
      'Only a person may answer a checkpoint.',
      'Answer it with `hone checkpoint answer`.',
    );
  }
  const input = await refuseSecrets(services, given);
  const foreign = await foreignToAnswer(services, input.answer);
  if (foreign !== null) {
    throw new HoneError(
      'INVALID_INPUT',
      `The answer says more than an answer: ${foreign}. Nothing was stored.`,
      'Say plainly what the agent may do. Example: "yes, but keep the old column"',
    );
  }
  const project = resolveProject(caller, input.project);
  return signed(services, caller, 'answer checkpoint').unitOfWork.write(async (stores) => {
    const now = services.clock.now();
    const checkpoint = await stores.runs.findCheckpoint(project, input.checkpoint_id);
    if (checkpoint === null) throw notFound('checkpoint');
    if (checkpointStatus(checkpoint, now) === 'expired') {
      throw new HoneError(
        'EXPIRED',
        'The question waited too long; the run went its fallback way.',
        'Nothing is left to answer.',
      );
    }
    const by = caller.principal.name;
    if (!(await stores.runs.answerCheckpoint(project, input.checkpoint_id, { answer: input.answer, by, at: now }))) {
      throw new HoneError(
        'CONFLICT',
        'This checkpoint was answered already.',
        '`hone checkpoint list` shows the open ones.',
      );
    }
    await stores.runs.addIntervention({
      project,
      run_id: checkpoint.run_id,
      kind: 'approval',
      planned: true,
      by,
      at: now,
    });
    return { ...checkpoint, answer: input.answer, answered_by: by, answered_at: now };
  });
};
