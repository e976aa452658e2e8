import { describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../../src/domain/organisation.ts';
import { getLesson } from '../../../src/use-cases/get-lesson.ts';
import { proposeForOrganisation } from '../../../src/use-cases/organisation/propose-for-organisation.ts';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { recordOutcome } from '../../../src/use-cases/record-outcome.ts';
import { reviewLesson } from '../../../src/use-cases/review-lesson.ts';
import { reviewQueue } from '../../../src/use-cases/review-queue.ts';
import type { Caller, Services } from '../../../src/use-cases/services.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { whoReceived } from '../../../src/use-cases/who-received.ts';
import { openTestServices, soloAgent, soloPerson, teamAgent, teamReviewer } from '../../support/test-services.ts';

const OUTBOX = {
  when: 'publishing an event to the message queue',
  rule: 'Write the event to the outbox table in the same transaction.',
  examples: ['publish an order event to the queue'],
};
const QUERY = { query: 'publish an order event to the message queue' };

const elsewhere = (caller: Caller, project = 'shop'): Caller => ({
  principal: { ...caller.principal, projects: [project] },
  project,
  known: new Set([project]),
});
const shopAgent = elsewhere({ ...teamAgent, principal: { ...teamAgent.principal, name: 'sue' } });
const [dan, ben, eva, tom] = ['dan', 'ben', 'eva', 'tom'].map(teamReviewer) as [Caller, Caller, Caller, Caller];

const activeInApp = async (services: Services): Promise<string> => {
  const { lesson_id } = await proposeLesson(services, dan, OUTBOX);
  await reviewLesson(services, ben, { action: 'accept', lesson_id: lesson_id ?? '' });
  return lesson_id ?? '';
};

const sharedLesson = async (services: Services): Promise<string> => {
  const own = await activeInApp(services);
  const { lesson_id } = await proposeForOrganisation(services, ben, { lesson_id: own });
  for (const judge of [eva, tom]) await reviewLesson(services, judge, { action: 'accept', lesson_id });
  return lesson_id;
};

describe('proposeForOrganisation', () => {
  it('serves in every project after two people, marked as of the organisation', async () => {
    const { services } = await openTestServices();
    const own = await activeInApp(services);
    const asked = await proposeForOrganisation(services, ben, { lesson_id: own });
    expect(asked).toMatchObject({ project: ORGANISATION, state: 'proposed', rule: OUTBOX.rule });
    expect((await recallLessons(services, shopAgent, QUERY)).lessons).toEqual([]);
    const first = await reviewLesson(services, eva, { action: 'accept', lesson_id: asked.lesson_id });
    expect(first.state).toBe('proposed');
    expect((await recallLessons(services, shopAgent, QUERY)).lessons).toEqual([]);
    const second = await reviewLesson(services, tom, { action: 'accept', lesson_id: asked.lesson_id });
    expect(second).toMatchObject({ state: 'active', provenance: { author: 'dan', approved_by: 'tom' } });
    const [lesson] = (await recallLessons(services, shopAgent, QUERY)).lessons;
    expect(lesson).toMatchObject({ lesson_id: asked.lesson_id, organisation: true, state: 'active' });
  });

  it('is shown once in the project that it came from: that one keeps its own', async () => {
    const { services } = await openTestServices();
    const own = await activeInApp(services);
    const { lesson_id } = await proposeForOrganisation(services, ben, { lesson_id: own });
    for (const judge of [eva, tom]) await reviewLesson(services, judge, { action: 'accept', lesson_id });
    const { lessons } = await recallLessons(services, teamAgent, QUERY);
    expect(lessons.map((lesson) => [lesson.lesson_id, lesson.organisation])).toEqual([[own, undefined]]);
    await reviewLesson(services, ben, { action: 'retire', lesson_id: own, reason: 'the organisation has it' });
    expect((await recallLessons(services, teamAgent, QUERY)).lessons.map((one) => one.lesson_id)).toEqual([lesson_id]);
  });

  it.each([
    ['its author', dan],
    ['who asked for it', ben],
  ])('is not accepted by %s', async (_, judge) => {
    const { services } = await openTestServices();
    const own = await activeInApp(services);
    const { lesson_id } = await proposeForOrganisation(services, ben, { lesson_id: own });
    await expect(reviewLesson(services, judge, { action: 'accept', lesson_id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('counts one reviewer once, and starts anew when it was withdrawn', async () => {
    const { services } = await openTestServices();
    const own = await activeInApp(services);
    const { lesson_id } = await proposeForOrganisation(services, ben, { lesson_id: own });
    for (const judge of [eva, eva]) await reviewLesson(services, judge, { action: 'accept', lesson_id });
    expect((await recallLessons(services, shopAgent, QUERY)).lessons).toEqual([]);
    await reviewLesson(services, tom, { action: 'accept', lesson_id });
    await reviewLesson(services, tom, { action: 'retire', lesson_id, reason: 'no longer true' });
    expect((await recallLessons(services, shopAgent, QUERY)).lessons).toEqual([]);
    await reviewLesson(services, tom, { action: 'restore', lesson_id });
    expect((await reviewLesson(services, tom, { action: 'accept', lesson_id })).state).toBe('proposed');
    expect((await reviewLesson(services, eva, { action: 'accept', lesson_id })).state).toBe('active');
  });

  it('takes one person alone on a store, and says so', async () => {
    const { services } = await openTestServices();
    const { lesson_id: own } = await proposeLesson(services, soloPerson, OUTBOX);
    await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: own ?? '' });
    const { lesson_id } = await proposeForOrganisation(services, soloPerson, { lesson_id: own ?? '' });
    await reviewLesson(services, soloPerson, { action: 'accept', lesson_id });
    const there = { ...soloAgent, project: 'shop', known: new Set(['shop']) };
    expect((await recallLessons(services, there, QUERY)).lessons[0]).toMatchObject({ organisation: true });
    const { history } = await getLesson(services, soloPerson, { lesson_id });
    expect(history.at(-1)?.reason).toBe('accepted by its own author, alone on the store');
  });

  it.each([
    ['an agent', teamAgent, 'FORBIDDEN'],
    ['a person of another project', elsewhere(ben), 'NOT_FOUND'],
  ])('is refused to %s', async (_, caller, code) => {
    const { services } = await openTestServices();
    const lesson_id = await activeInApp(services);
    await expect(proposeForOrganisation(services, caller, { lesson_id })).rejects.toMatchObject({ code });
  });

  it('takes no lesson that waits, and none twice', async () => {
    const { services } = await openTestServices();
    const waiting = await proposeLesson(services, dan, {
      ...OUTBOX,
      when: 'sending mail',
      rule: 'Send mail in a job.',
    });
    await expect(proposeForOrganisation(services, ben, { lesson_id: waiting.lesson_id ?? '' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const own = await activeInApp(services);
    await proposeForOrganisation(services, ben, { lesson_id: own });
    await expect(proposeForOrganisation(services, eva, { lesson_id: own })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is nobody else s to see before it serves', async () => {
    const { services } = await openTestServices();
    const own = await activeInApp(services);
    const { lesson_id } = await proposeForOrganisation(services, ben, { lesson_id: own });
    await expect(getLesson(services, shopAgent, { lesson_id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const said = await proposeLesson(services, shopAgent, OUTBOX);
    expect(said).toMatchObject({ status: 'created', related: [] });
    await expect(proposeLesson(services, soloAgent, { ...OUTBOX, project: ORGANISATION })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('lies in the queue of whoever judges, of any project, with who asked', async () => {
    const { services } = await openTestServices();
    const own = await activeInApp(services);
    const { lesson_id } = await proposeForOrganisation(services, ben, { lesson_id: own });
    const { items } = await reviewQueue(services, elsewhere(eva), {});
    expect(items).toMatchObject([{ lesson_id, organisation: true }]);
    expect(items[0]?.flags.join(' ')).toContain('asked for by ben');
    expect(items[0]?.flags.join(' ')).not.toContain('app');
    expect((await reviewQueue(services, shopAgent, {})).items).toEqual([]);
  });

  it('counts votes of every project on the one lesson, and keeps their tasks to themselves', async () => {
    const { services } = await openTestServices();
    const lesson_id = await sharedLesson(services);
    const { run_id } = await startTask(services, shopAgent, { task: QUERY.query });
    const person = elsewhere(teamReviewer('una'));
    const { learned } = await recordOutcome(services, person, {
      run_id,
      outcome: 'completed_clean',
      verdicts: [{ lesson_id, verdict: 'helpful' }],
    });
    expect(learned).toEqual([{ lesson_id, change: 'counted as helpful' }]);
    const lesson = await getLesson(services, teamAgent, { lesson_id });
    expect(lesson).toMatchObject({ helped: 1, triggers: [], exposures: { total: 0 } });
    expect((await getLesson(services, shopAgent, { lesson_id })).exposures.total).toBe(1);
    expect((await whoReceived(services, person, { lesson_id })).items).toMatchObject([{ project: 'shop', run_id }]);
    expect((await whoReceived(services, eva, { lesson_id })).items).toEqual([]);
  });

  it('is what a correction elsewhere repeats, without a word of that project in it', async () => {
    const { services } = await openTestServices();
    const lesson_id = await sharedLesson(services);
    const { run_id } = await startTask(services, shopAgent, { task: 'rename a column of the customers' });
    const said = await recordCorrection(services, shopAgent, {
      run_id,
      wrong: 'published before the commit',
      right: OUTBOX.rule,
    });
    expect(said).toMatchObject({ match: 'repeat', repeat: { lesson_id, why: 'missed' } });
    expect((await getLesson(services, shopAgent, { lesson_id })).evidence).toEqual([]);
    const again = await proposeLesson(services, shopAgent, OUTBOX);
    expect(again).toMatchObject({ status: 'confirmed', lesson_id });
  });

  it('is out of service in the project alone where a person found it harmful', async () => {
    const { services } = await openTestServices();
    const lesson_id = await sharedLesson(services);
    const { run_id } = await startTask(services, shopAgent, { task: QUERY.query });
    await recordOutcome(services, elsewhere(teamReviewer('una')), {
      run_id,
      outcome: 'failed',
      verdicts: [{ lesson_id, verdict: 'harmful' }],
    });
    expect((await recallLessons(services, shopAgent, QUERY)).lessons).toEqual([]);
    expect((await recallLessons(services, elsewhere(shopAgent, 'mill'), QUERY)).lessons).toHaveLength(1);
    const { items } = await reviewQueue(services, eva, {});
    expect(items).toMatchObject([{ lesson_id, state: 'active' }]);
    expect(items[0]?.flags.join(' ')).toContain('Disputed in another project by una');
  });

  it('keeps a chain of its own that verifies', async () => {
    const { services } = await openTestServices();
    await sharedLesson(services);
    const report = await services.audit.verify([]);
    expect(report.ok).toBe(true);
    expect(report.heads.map(({ project }) => project)).toContain(ORGANISATION);
  });
});
