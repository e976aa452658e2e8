import { HoneError } from '../../domain/error.ts';
import type { LessonState } from '../../domain/lesson-state.ts';
import { ORGANISATION } from '../../domain/organisation.ts';
import { mayJudgeForOrganisation } from '../../domain/principal.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller } from '../services.ts';

interface Asked {
  readonly project?: string | undefined;
  /** The lessons that hold in every project, in place of one project's. */
  readonly organisation?: boolean | undefined;
  readonly states?: readonly LessonState[] | undefined;
}

/**
 * Where lessons are listed, and which: of the organisation's, what waits is shown to those only who judge it.
 *
 * @throws HoneError FORBIDDEN for a project outside the credential.
 */
export const listedPlace = (
  caller: Caller,
  { project, organisation, states }: Asked,
): { place: string; states?: readonly LessonState[] } => {
  const place = resolveProject(caller, project);
  const wanted = states === undefined ? {} : { states };
  if (organisation !== true) return { place, ...wanted };
  return { place: ORGANISATION, ...(mayJudgeForOrganisation(caller.principal) ? wanted : { states: ['active'] }) };
};

/**
 * Where a file of lessons is brought in. For the organisation it is for those who judge for it, and nobody accepts with it.
 *
 * @throws HoneError FORBIDDEN; INVALID_INPUT for one that is to be accepted at once.
 */
export const importedPlace = (
  caller: Caller,
  { project, organisation, acceptAs }: Omit<Asked, 'states'> & { readonly acceptAs?: string | undefined },
): string => {
  const own = resolveProject(caller, project);
  if (organisation !== true) return own;
  if (!mayJudgeForOrganisation(caller.principal)) {
    throw new HoneError(
      'FORBIDDEN',
      'Only a reviewer or a lead brings a file in for the organisation.',
      'Import it into your project, and propose what holds everywhere.',
    );
  }
  if (acceptAs === undefined) return ORGANISATION;
  throw new HoneError(
    'INVALID_INPUT',
    'What is to hold in every project is not accepted with its file.',
    'Leave --accept-as out; two people run `hone review accept`.',
  );
};
