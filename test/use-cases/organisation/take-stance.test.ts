import { describe, expect, it } from 'vitest';
import { dropRevoked, LessonsInMemory } from '../../../src/adapters/resilience/lessons-in-memory.ts';
import { getLesson } from '../../../src/use-cases/get-lesson.ts';
import { proposeForOrganisation } from '../../../src/use-cases/organisation/propose-for-organisation.ts';
import { takeStance } from '../../../src/use-cases/organisation/take-stance.ts';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import { reviewLesson } from '../../../src/use-cases/review-lesson.ts';
import { reviewQueue } from '../../../src/use-cases/review-queue.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { inProject, openTestServices, soloAgent, soloPerson, teamAgent } from '../../support/test-services.ts';

const QUERY = { query: 'publish an order event to the message queue' };
const REASON = 'we have no queue here';
const [shop, mill] = ['shop', 'mill'].map((project) => inProject(soloPerson, project)) as [
  typeof soloPerson,
  typeof soloPerson,
];

const sharedLesson = async (services: Services): Promise<string> => {
  const own = await proposeLesson(services, soloPerson, {
    when: 'publishing an event to the message queue',
    rule: 'Write the event to the outbox table in the same transaction.',
  });
  await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: own.lesson_id ?? '' });
  const { lesson_id } = await proposeForOrganisation(services, soloPerson, { lesson_id: own.lesson_id ?? '' });
  await reviewLesson(services, soloPerson, { action: 'accept', lesson_id });
  return lesson_id;
};

const shownIn = async (services: Services, project: string): Promise<number> =>
  (await recallLessons(services, inProject(soloAgent, project), QUERY)).lessons.length;

describe('takeStance', () => {
  it.each(['hidden', 'disputed'] as const)('keeps a lesson that is %s out of one project', async (stance) => {
    const { services } = await openTestServices();
    const lesson_id = await sharedLesson(services);
    expect(await shownIn(services, 'shop')).toBe(1);
    await takeStance(services, shop, { lesson_id, stance, reason: REASON });
    expect([await shownIn(services, 'shop'), await shownIn(services, 'mill')]).toEqual([0, 1]);
    expect((await getLesson(services, shop, { lesson_id })).stance).toMatchObject({ stance, reason: REASON });
    expect((await getLesson(services, mill, { lesson_id })).stance).toBeUndefined();
    await takeStance(services, shop, { lesson_id, stance: 'lifted', reason: 'we do now' });
    expect(await shownIn(services, 'shop')).toBe(1);
  });

  it('tells the reviewers of a dispute, and of nothing that is only hidden', async () => {
    const { services } = await openTestServices();
    const lesson_id = await sharedLesson(services);
    await takeStance(services, shop, { lesson_id, stance: 'hidden', reason: REASON });
    expect((await reviewQueue(services, mill, {})).items).toEqual([]);
    await takeStance(services, mill, { lesson_id, stance: 'disputed', reason: REASON });
    const { items } = await reviewQueue(services, soloPerson, {});
    expect(items[0]?.flags).toContain(`Disputed in mill by ann: ${REASON}`);
  });

  it('takes it from the lessons that are kept for when the store is away', async () => {
    const { services } = await openTestServices();
    const lesson_id = await sharedLesson(services);
    await shownIn(services, 'shop');
    expect(services.lastGood.of('shop').map((one) => one.lesson_id)).toEqual([lesson_id]);
    await takeStance(services, shop, { lesson_id, stance: 'hidden', reason: REASON });
    expect(services.lastGood.of('shop')).toEqual([]);
  });

  it('takes it from those of other processes, as a withdrawal does', async () => {
    const { services } = await openTestServices();
    const lesson_id = await sharedLesson(services);
    const { lessons } = await recallLessons(services, inProject(soloAgent, 'shop'), QUERY);
    const elsewhere = new LessonsInMemory();
    for (const project of ['shop', 'mill']) elsewhere.keep(project, lessons);
    await dropRevoked(elsewhere, services.stores);
    expect([elsewhere.of('shop').length, elsewhere.of('mill').length]).toEqual([1, 1]);
    await takeStance(services, shop, { lesson_id, stance: 'hidden', reason: REASON });
    await dropRevoked(elsewhere, services.stores);
    expect([elsewhere.of('shop').length, elsewhere.of('mill').length]).toEqual([0, 1]);
    await reviewLesson(services, soloPerson, { action: 'retire', lesson_id, reason: 'no longer true' });
    await dropRevoked(elsewhere, services.stores);
    expect(elsewhere.of('mill')).toEqual([]);
  });

  it('wants a person, a reason, a lesson of the organisation, and a change', async () => {
    const { services } = await openTestServices();
    const lesson_id = await sharedLesson(services);
    const input = { lesson_id, stance: 'hidden', reason: REASON } as const;
    await expect(takeStance(services, teamAgent, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(takeStance(services, shop, { ...input, reason: ' ' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(takeStance(services, shop, { ...input, stance: 'lifted' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const own = await proposeLesson(services, shop, { when: 'writing a date', rule: 'Write dates as ISO 8601.' });
    await expect(takeStance(services, shop, { ...input, lesson_id: own.lesson_id ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
