import { HoneError } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import type { Intervention, InterventionKind } from '../domain/intervention.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';
import { runIdOf } from './show-run.ts';
import { signed } from './signed.ts';

/**
 * A person says that they stepped into a run without correcting anything in words.
 *
 * @throws HoneError FORBIDDEN for anyone but a person; NOT_FOUND.
 */
export const recordIntervention = async (
  services: Services,
  caller: Caller,
  given: { run: Id; kind: InterventionKind; planned?: boolean; note?: string; project?: string },
): Promise<Intervention> => {
  if (caller.principal.kind !== 'person') {
    throw new HoneError(
      'FORBIDDEN',
      'Only a person may say that a person stepped in.',
      'Agents use record_correction.',
    );
  }
  const input = await refuseSecrets(services, given);
  const project = resolveProject(caller, input.project);
  const intervention: Intervention = {
    project,
    run_id: await runIdOf(services, project, input.run),
    kind: input.kind,
    planned: input.planned ?? false,
    ...(input.note === undefined ? {} : { note: input.note }),
    by: caller.principal.name,
    at: services.clock.now(),
  };
  await signed(services, caller, 'record intervention').unitOfWork.write((stores) =>
    stores.runs.addIntervention(intervention),
  );
  return intervention;
};
