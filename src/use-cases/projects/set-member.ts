import { HoneError, notFound } from '../../domain/error.ts';
import { asIn, type MemberRole } from '../../domain/membership.ts';
import { hasRole } from '../../domain/principal.ts';
import { recordDenial } from '../record-denial.ts';
import { requireRole } from '../require-role.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';

export interface SetMemberInput {
  readonly name: string;
  /** Null: no member any more. */
  readonly role: MemberRole | null;
  readonly project?: string;
}

const VERB = 'set a member';

/**
 * What a person is in a project from now on, for whoever holds a `member` token; it holds from their next call on.
 *
 * @throws HoneError FORBIDDEN for anyone but an admin, or a lead of the project, who makes nobody a lead and ends none;
 *   NOT_FOUND when there is nobody to take out.
 */
export const setMember = async (
  services: Services,
  caller: Caller,
  input: SetMemberInput,
): Promise<SetMemberInput & { project: string }> => {
  try {
    return await set(services, caller, input);
  } catch (error) {
    await recordDenial(services, caller, VERB, error);
    throw error;
  }
};

const set = async (
  services: Services,
  caller: Caller,
  { name, role, project: named }: SetMemberInput,
): Promise<SetMemberInput & { project: string }> => {
  const wanted = named ?? caller.project;
  const there = { ...caller, principal: asIn(caller.principal, wanted) };
  const acting = requireRole(there, VERB, 'admin', 'lead');
  const project = resolveProject(there, wanted);
  const at = services.clock.now();
  await signed(services, { ...there, project }, VERB, acting).unitOfWork.write(async ({ directory }) => {
    const before = (await directory.membersOf(project)).find((member) => member.name === name);
    if (!hasRole(there.principal, 'admin') && (role === 'lead' || before?.role === 'lead')) throw onlyAdmin();
    if (role === null && before === undefined) throw notFound('member');
    await directory.addProject(project, at);
    await directory.setMember(project, name, role, { by: caller.principal.name, at });
  });
  return { name, role, project };
};

const onlyAdmin = (): HoneError =>
  new HoneError('FORBIDDEN', 'Only an admin makes somebody a lead, or ends that.', 'Ask an admin of the store.');
