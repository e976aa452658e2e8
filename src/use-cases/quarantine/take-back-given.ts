import type { AuditEvent } from '../../domain/audit.ts';
import type { Id } from '../../domain/ids.ts';
import { GIVEN, type Given } from '../../domain/taken-back.ts';
import { learnedOf } from '../learning/learned-of.ts';
import { loadRefit } from '../learning/refit-calibration.ts';
import type { Hold } from '../quarantine-written.ts';
import { rebuildOne } from '../rebuild-learning.ts';
import type { Services } from '../services.ts';

/** What a lesson was given when others were merged into it stays: it is those others'. */
const CARRIES = /^review /u;

const isGiven = (table: string): table is Given => GIVEN.some((one) => one === table);

/**
 * Takes back what the events gave to lessons, and counts those anew. Evidence that
 * came with words which are held stays with them. @returns how many facts were taken back, by lesson.
 */
export const takeBackGiven = async (
  { services, caller, stores, project, reason }: Hold,
  events: readonly AuditEvent[],
  written: ReadonlySet<Id>,
): Promise<Map<Id, number>> => {
  const taken = new Map<Id, number>();
  const why = { reason, by: caller.principal.name, at: services.clock.now() };
  for (const { fact, key } of events.flatMap((event) => givenIn(event, written))) {
    const lesson = await stores.takenBack.take(project, fact, key, why);
    if (lesson !== null) taken.set(lesson, (taken.get(lesson) ?? 0) + 1);
  }
  for (const lesson of taken.keys()) {
    const learned = await learnedOf(stores, project, lesson);
    if (learned !== null) await stores.lessons.restate(project, lesson, learned);
  }
  return taken;
};

const givenIn = (
  { verb, changes }: AuditEvent,
  written: ReadonlySet<Id>,
): { fact: Given; key: readonly (string | number)[] }[] => {
  if (CARRIES.test(verb)) return [];
  return changes.flatMap(([table, key]) =>
    isGiven(table) && !(table === 'evidence' && written.has(String(key[0]))) ? [{ fact: table, key }] : [],
  );
};

/** Lessons of the organisation that they took out of the project come back. */
export const liftStances = async (
  { services, caller, stores, project, reason }: Hold,
  events: readonly AuditEvent[],
): Promise<void> => {
  const said = new Set(
    events.flatMap(({ changes }) =>
      changes.filter(([table]) => table === 'organisation_stance').map(([, key]) => key.join(' ')),
    ),
  );
  for (const { lesson_id, stance } of await stores.organisation.stancesIn(project)) {
    const all = await stores.organisation.stancesOn(project, lesson_id);
    if (stance === 'lifted' || !said.has(`${lesson_id} ${all.length}`)) continue;
    const lifted = { lesson_id, stance: 'lifted', reason, by: caller.principal.name, role: 'policy' } as const;
    await stores.organisation.addStance(project, { ...lifted, at: services.clock.now() });
  }
};

/** Search by what lessons have learned, and what verdicts say of recall: vectors and statistics wait for no lock. */
export const relearn = async (
  services: Services,
  touched: readonly { readonly project: string; readonly lesson_id: Id }[],
): Promise<void> => {
  for (const { project, lesson_id } of touched) await rebuildOne(services, project, lesson_id);
  const refit = await loadRefit();
  for (const project of new Set(touched.map((one) => one.project))) {
    await services.unitOfWork.write(async (stores) => {
      await refit(stores, project);
      const [left] = await stores.runs.judgedExposures(project, 1);
      const before = await stores.lessons.calibration(project);
      if (left !== undefined || before === null) return;
      await stores.lessons.setCalibration(project, { ...before, verdicts: 0, threshold: null, curve: null });
    });
  }
};
