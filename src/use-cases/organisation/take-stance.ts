import { HoneError, notFound } from '../../domain/error.ts';
import type { Id } from '../../domain/ids.ts';
import { isOfOrganisation } from '../../domain/organisation.ts';
import type { Stance, StanceKind } from '../../domain/stance.ts';
import { refuseSecrets } from '../guard/screen-input.ts';
import { locateLesson } from '../locate.ts';
import { recordDenial } from '../record-denial.ts';
import { requireRole } from '../require-role.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';

export interface TakeStanceInput {
  readonly lesson_id: Id;
  readonly stance: StanceKind;
  readonly reason: string;
  readonly project?: string;
}

const VERBS: Readonly<Record<StanceKind, string>> = {
  disputed: 'dispute in the project',
  hidden: 'hide in the project',
  lifted: 'show in the project again',
};

/**
 * One project's word on a lesson of the organisation: there it is not served from now on (`disputed`, `hidden`), or again
 * (`lifted`). Other projects are not touched; a dispute is shown to the organisation's reviewers.
 *
 * @throws HoneError FORBIDDEN for anyone but a person with a role in the project, or who lifts what they may not; NOT_FOUND;
 *   CONFLICT where there is nothing to lift; INVALID_INPUT without a reason.
 */
export const takeStance = async (services: Services, caller: Caller, given: TakeStanceInput): Promise<Stance> => {
  const verb = VERBS[given.stance];
  try {
    return await take(services, caller, await refuseSecrets(services, given), verb);
  } catch (error) {
    await recordDenial(services, caller, verb, error);
    throw error;
  }
};

const take = async (
  services: Services,
  caller: Caller,
  { lesson_id, stance, reason, project: named }: TakeStanceInput,
  verb: string,
): Promise<Stance> => {
  const lifts = stance === 'lifted';
  const role = requireRole(caller, verb, 'reviewer', 'lead', ...(lifts ? [] : ['developer' as const]));
  const project = resolveProject(caller, named);
  if (reason.trim() === '') {
    throw new HoneError('INVALID_INPUT', 'This needs a reason.', 'Example: --reason "we build with another tool here"');
  }
  const lesson = await locateLesson(services, caller, lesson_id, named);
  if (!isOfOrganisation(lesson)) throw notFound('lesson of the organisation');
  const taken: Stance = { lesson_id, stance, reason, by: caller.principal.name, role, at: services.clock.now() };
  await signed(services, { ...caller, project }, verb, role).unitOfWork.write(async (stores) => {
    const present = (await stores.organisation.stancesOn(project, lesson_id)).at(-1)?.stance ?? 'lifted';
    if (present === stance) {
      throw new HoneError('CONFLICT', `The project has it so already: ${stance}.`, 'Nothing was changed.');
    }
    await stores.directory.addProject(project, taken.at);
    await stores.organisation.addStance(project, taken);
  });
  if (!lifts) services.lastGood.drop(project, lesson_id);
  return taken;
};
