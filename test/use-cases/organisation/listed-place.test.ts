import { describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../../src/domain/organisation.ts';
import { exportBundle, exportMarkdown } from '../../../src/use-cases/export-lessons.ts';
import { getLesson } from '../../../src/use-cases/get-lesson.ts';
import { importLessons } from '../../../src/use-cases/import-lessons.ts';
import { listLessons } from '../../../src/use-cases/list-lessons.ts';
import { proposeForOrganisation } from '../../../src/use-cases/organisation/propose-for-organisation.ts';
import { clearOverride } from '../../../src/use-cases/override/clear-override.ts';
import { setOverride } from '../../../src/use-cases/override/set-override.ts';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { purgeLesson } from '../../../src/use-cases/purge-lesson.ts';
import { readLessonFile } from '../../../src/use-cases/read-lesson-file.ts';
import { rebuildLearning } from '../../../src/use-cases/rebuild-learning.ts';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import { reviewLesson } from '../../../src/use-cases/review-lesson.ts';
import type { Caller, Services } from '../../../src/use-cases/services.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { openTestServices, soloPerson, teamAgent, teamLead, teamReviewer } from '../../support/test-services.ts';

const OUTBOX = {
  when: 'publishing an event to the message queue',
  rule: 'Write the event to the outbox table in the same transaction.',
};
const QUERY = { query: 'publish an order event to the message queue' };
const [ben, eva, tom] = [teamReviewer('ben'), teamReviewer('eva'), teamReviewer('tom')];
const elsewhere: Caller = {
  principal: { ...teamAgent.principal, name: 'sue', projects: ['shop'] },
  project: 'shop',
  known: new Set(['shop']),
};

const sharedLesson = async (services: Services): Promise<string> => {
  const own = (await proposeLesson(services, teamAgent, OUTBOX)).lesson_id ?? '';
  await reviewLesson(services, ben, { action: 'accept', lesson_id: own });
  const { lesson_id } = await proposeForOrganisation(services, ben, { lesson_id: own });
  for (const judge of [eva, tom]) await reviewLesson(services, judge, { action: 'accept', lesson_id });
  return lesson_id;
};
const shown = async (services: Services): Promise<number> =>
  (await recallLessons(services, elsewhere, QUERY)).lessons.length;

describe('lessons of the organisation', () => {
  it('are listed and exported for everybody once they serve, and before for those who judge', async () => {
    const { services } = await openTestServices();
    await sharedLesson(services);
    const asked = (await proposeLesson(services, teamAgent, { when: 'writing a log', rule: 'Log as JSON.' })).lesson_id;
    await reviewLesson(services, ben, { action: 'accept', lesson_id: asked ?? '' });
    await proposeForOrganisation(services, ben, { lesson_id: asked ?? '' });
    const counts = async (caller: Caller) => [
      (await listLessons(services, caller, { organisation: true })).total,
      (await exportBundle(services, caller, { organisation: true })).lessons.length,
      (await exportMarkdown(services, caller, { organisation: true })).lessons,
    ];
    expect(await counts(elsewhere)).toEqual([1, 1, 1]);
    expect(await counts(eva)).toEqual([2, 2, 2]);
    expect((await listLessons(services, elsewhere, {})).total).toBe(0);
  });

  it('come in by a file as proposals, for two people, and never accepted with it', async () => {
    const { services } = await openTestServices();
    const text = JSON.stringify(await exportBundle(services, eva, {}));
    expect(JSON.parse(text).lessons).toEqual([]);
    const bundle = {
      format: 'hone-bundle',
      version: 1,
      project: ORGANISATION,
      lessons: [{ ...OUTBOX, state: 'active' }],
    };
    const { lessons: items } = await readLessonFile(services, { text: JSON.stringify(bundle), format: 'bundle' });
    const input = { items, organisation: true };
    await expect(importLessons(services, elsewhere, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(importLessons(services, ben, { ...input, acceptAs: 'ben' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    const { created, items: made } = await importLessons(services, ben, input);
    expect(created).toBe(1);
    const lesson_id = made[0]?.lesson_id ?? '';
    expect((await reviewLesson(services, eva, { action: 'accept', lesson_id })).state).toBe('proposed');
    expect(await shown(services)).toBe(0);
    const accepted = await reviewLesson(services, tom, { action: 'accept', lesson_id });
    expect(accepted.state).toBe('active');
    expect((await getLesson(services, eva, { lesson_id })).history.at(-1)?.reason).toBe(
      'accepted for the organisation by eva and tom',
    );
    expect(await shown(services)).toBe(1);
    expect((await importLessons(services, ben, input)).confirmed).toBe(1);
  });

  it('are switched off, purged and counted anew like any other', async () => {
    const { services } = await openTestServices();
    const lesson_id = await sharedLesson(services);
    expect(await shown(services)).toBe(1);
    await setOverride(services, soloPerson, { names: ['delivery'], for: '1h', reason: 'drill' });
    expect(await shown(services)).toBe(0);
    await clearOverride(services, soloPerson, { names: ['delivery'] });
    const kept = await startTask(services, elsewhere, { task: QUERY.query, idempotency_key: 'k-1' });
    expect(kept.recall.lessons).toHaveLength(1);
    const lead = teamLead('lou');
    expect(await purgeLesson(services, lead, { lesson_id, reason: 'a token was in it' })).toMatchObject({
      purged: false,
    });
    const admin: Caller = {
      ...soloPerson,
      principal: { ...soloPerson.principal, name: 'kim', roles: ['admin'], solo: false },
    };
    expect(await purgeLesson(services, admin, { lesson_id, reason: 'a token was in it' })).toMatchObject({
      purged: true,
      approved_by: 'lou',
    });
    expect(await shown(services)).toBe(0);
    expect((await services.stores.lessons.find(ORGANISATION, lesson_id))?.rule).toBe('[purged]');
    const again = await startTask(services, elsewhere, { task: QUERY.query, idempotency_key: 'k-1' });
    expect(JSON.stringify(again)).not.toContain('outbox');
    expect((await rebuildLearning(services)).changed).toEqual([]);
    expect((await services.audit.verify([])).ok).toBe(true);
  });
});
