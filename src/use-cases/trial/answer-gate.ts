import { GATE_TERMS, type Gate, type GateAnswer } from '../../domain/adoption-gate.ts';
import { HoneError } from '../../domain/error.ts';
import { refuseSecrets } from '../guard/screen-input.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';
import { requireLead } from './require-lead.ts';

/**
 * A lead's word on a gate that no store can see.
 *
 * @throws HoneError INVALID_INPUT for a gate that is computed; FORBIDDEN for anyone but a lead.
 */
export const answerGate = async (
  services: Services,
  caller: Caller,
  given: { project?: string | undefined; gate: Gate; passed: boolean; note?: string | undefined },
): Promise<GateAnswer> => {
  const role = requireLead(caller.principal, 'answer a gate');
  const input = await refuseSecrets(services, given);
  const project = resolveProject(caller, input.project);
  if (GATE_TERMS[input.gate].how === 'computed') {
    throw new HoneError(
      'INVALID_INPUT',
      'This gate is computed from the store; nobody can answer it.',
      `Answer one of: ${Object.entries(GATE_TERMS)
        .filter(([, { how }]) => how === 'asked')
        .map(([gate]) => gate)
        .join(', ')}.`,
    );
  }
  const at = services.clock.now();
  const answer: GateAnswer = {
    project,
    gate: input.gate,
    passed: input.passed,
    by: caller.principal.name,
    ...(input.note === undefined ? {} : { note: input.note }),
    at,
  };
  await signed(services, caller, 'trial gates', role).unitOfWork.write(async (stores) => {
    await stores.directory.addProject(project, at);
    await stores.trials.answerGate(answer);
  });
  return answer;
};
