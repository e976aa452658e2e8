import { HoneError } from '../../domain/error.ts';
import { needsTwoPeople, peopleMissing } from '../../domain/guard/clearance.ts';
import { type Finding, holds } from '../../domain/guard/finding.ts';
import type { ReviewAct } from '../review-lesson.ts';

const LETS_THROUGH = ['accept', 'edit', 'release'];

/**
 * Notes that a person saw what the guards found and lets it through. True when nobody else has to: a text that carries
 * commands or frees agents needs two people on a store that others use.
 *
 * @throws HoneError FORBIDDEN for an edit that would bring such a text in alone.
 */
export const clearFindings = async (
  act: ReviewAct,
  findings: readonly Finding[],
  version: number,
): Promise<boolean> => {
  const { lesson, stores, caller, input, services } = act;
  const held = findings.filter(holds);
  if (held.length === 0 || !LETS_THROUGH.includes(input.action)) return true;
  const { name, solo } = caller.principal;
  const alone = !solo && needsTwoPeople(held);
  if (alone && input.action === 'edit') {
    throw new HoneError(
      'FORBIDDEN',
      'This text carries commands, or lets agents act without a person: nobody brings it in alone.',
      'Propose it as a lesson; two other people accept it.',
    );
  }
  await stores.guardNotes.clear(lesson.project, lesson.lesson_id, {
    version,
    rules: [...new Set(held.map((one) => one.rule))],
    by: name,
    at: services.clock.now(),
  });
  if (!alone || input.action === 'release') return true;
  const clearances = await stores.guardNotes.clearancesOf(lesson.project, lesson.lesson_id);
  const by = clearances.filter((one) => one.version === version).map((one) => one.by);
  return peopleMissing(lesson.provenance.author, by) === 0;
};
