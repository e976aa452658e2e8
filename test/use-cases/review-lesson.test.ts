import { describe, expect, it } from 'vitest';
import { LESSON_STATES } from '../../src/domain/lesson-state.ts';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import { type ReviewAction, reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { reviewQueue } from '../../src/use-cases/review-queue.ts';
import {
  openTestServices,
  soloAgent,
  soloPerson,
  type TestServices,
  teamAgent,
  teamReviewer,
} from '../support/test-services.ts';

const lesson = { when: 'Writing a database migration', rule: 'Every migration gets a down step that was run once.' };
const propose = async ({ services }: TestServices, more = {}): Promise<string> =>
  (await proposeLesson(services, soloAgent, { ...lesson, ...more })).lesson_id ?? '';
const served = async ({ services }: TestServices): Promise<string[]> =>
  (await recallLessons(services, soloAgent, { query: 'writing a database migration' })).lessons.map((one) => one.rule);

describe('review', () => {
  it('accept puts a lesson into service and names who approved it', async () => {
    const test = await openTestServices();
    const lesson_id = await propose(test);
    const accepted = await reviewLesson(test.services, soloPerson, { action: 'accept', lesson_id });
    expect(accepted).toMatchObject({ state: 'active', provenance: { approved_by: 'ann' } });
    expect(await served(test)).toEqual([lesson.rule]);
    const again = await reviewLesson(test.services, soloPerson, { action: 'accept', lesson_id });
    expect(again.state).toBe('active');
  });

  it('edit is acceptance with changes: a new version is served, the old one kept', async () => {
    const test = await openTestServices();
    const lesson_id = await propose(test);
    const rule = 'Every migration gets a down step that was run against a copy of production.';
    await reviewLesson(test.services, soloPerson, { action: 'edit', lesson_id, text: { rule } });
    expect(await served(test)).toEqual([rule]);
    const record = await test.services.stores.lessons.record('app', lesson_id);
    expect(record?.versions.map((one) => one.rule)).toEqual([lesson.rule, rule]);
    expect(record?.lesson.version).toBe(2);
  });

  it('merge keeps the other lesson and carries the evidence over', async () => {
    const test = await openTestServices();
    const into = await propose(test);
    const evidence = [{ kind: 'ci', text: 'the down step failed in the nightly build' }];
    const lesson_id = await propose(test, {
      when: 'Rolling back a release',
      rule: 'Run the down step first.',
      evidence,
    });
    await reviewLesson(test.services, soloPerson, { action: 'merge', lesson_id, into });
    expect((await test.services.stores.lessons.find('app', lesson_id))?.state).toBe('superseded');
    const record = await test.services.stores.lessons.record('app', into);
    expect(record?.evidence.map((one) => one.kind)).toEqual(['ci', 'review']);
  });

  it.each(['reject', 'dispute', 'retire'] as const)('%s needs a reason', async (action) => {
    const test = await openTestServices();
    const lesson_id = await propose(test);
    await expect(reviewLesson(test.services, soloPerson, { action, lesson_id })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('is no matter for agents', async () => {
    const test = await openTestServices();
    const lesson_id = await propose(test);
    await expect(reviewLesson(test.services, soloAgent, { action: 'accept', lesson_id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('appends each step with actor, role and reason', async () => {
    const test = await openTestServices();
    const lesson_id = await propose(test);
    await reviewLesson(test.services, soloPerson, { action: 'accept', lesson_id });
    await reviewLesson(test.services, soloPerson, { action: 'dispute', lesson_id, reason: 'the tool changed' });
    const record = await test.services.stores.lessons.record('app', lesson_id);
    expect(record?.transitions.map(({ from, to, actor, role }) => ({ from, to, actor, role }))).toEqual([
      { from: null, to: 'proposed', actor: 'ann', role: 'agent' },
      { from: 'proposed', to: 'active', actor: 'ann', role: 'reviewer' },
      { from: 'active', to: 'disputed', actor: 'ann', role: 'developer' },
    ]);
    expect(record?.transitions.at(-1)?.reason).toBe('the tool changed');
  });
});

describe('what is served', () => {
  const ways: Record<string, ReviewAction[]> = {
    proposed: [],
    active: ['accept'],
    disputed: ['accept', 'dispute'],
    retired: ['reject'],
    quarantined: ['quarantine'],
  };
  it.each(Object.entries(ways))('%s lessons: only active ones reach an agent', async (state, actions) => {
    const test = await openTestServices();
    const lesson_id = await propose(test);
    for (const action of actions)
      await reviewLesson(test.services, soloPerson, { action, lesson_id, reason: 'a test' });
    expect((await test.services.stores.lessons.find('app', lesson_id))?.state).toBe(state);
    expect(await served(test)).toEqual(state === 'active' ? [lesson.rule] : []);
    expect(LESSON_STATES).toContain(state);
  });

  it('a retired lesson that is restored waits for review again', async () => {
    const test = await openTestServices();
    const lesson_id = await propose(test);
    await reviewLesson(test.services, soloPerson, { action: 'reject', lesson_id, reason: 'too vague' });
    await reviewLesson(test.services, soloPerson, { action: 'restore', lesson_id });
    expect(await served(test)).toEqual([]);
    const queue = await reviewQueue(test.services, soloPerson, {});
    expect(queue.items.map((item) => item.lesson_id)).toEqual([lesson_id]);
  });
});

describe('the queue', () => {
  it('shows similar lessons and advice, oldest first', async () => {
    const test = await openTestServices();
    const first = await propose(test);
    test.clock.advance(5);
    const second = await propose(test, { when: 'Sending mail to customers', rule: 'Use the queue.' });
    const queue = await reviewQueue(test.services, soloPerson, {});
    expect(queue.items.map((item) => item.lesson_id)).toEqual([first, second]);
    expect(queue.items[0]?.age_hours).toBeCloseTo(5, 1);
    expect(queue.items[0]?.flags.join()).toMatch(/examples/u);
    expect(queue.total).toBe(2);
  });
});

describe('on a store that others use', () => {
  const [ben, eva] = [teamReviewer('ben'), teamReviewer('eva')];
  const proposed = async () => {
    const { services } = await openTestServices();
    const { lesson_id } = await proposeLesson(services, teamAgent, {
      when: 'writing a query',
      rule: 'Bind the values',
    });
    return { services, lesson_id: lesson_id ?? '' };
  };

  it('an edit waits for another reviewer, and its writer may not accept it', async () => {
    const { services, lesson_id } = await proposed();
    const edited = await reviewLesson(services, ben, { action: 'edit', lesson_id, text: { rule: 'Bind every value' } });
    expect(edited).toMatchObject({ lesson_id, state: 'proposed', version: 2, rule: 'Bind every value' });
    await expect(reviewLesson(services, ben, { action: 'accept', lesson_id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const accepted = await reviewLesson(services, eva, { action: 'accept', lesson_id });
    expect(accepted).toMatchObject({ state: 'active', provenance: { approved_by: 'eva' } });
  });

  it('what serves does so until other words for it are accepted', async () => {
    const { services, lesson_id } = await proposed();
    await reviewLesson(services, eva, { action: 'accept', lesson_id });
    const edited = await reviewLesson(services, ben, { action: 'edit', lesson_id, text: { rule: 'Bind every value' } });
    expect(edited.lesson_id).not.toBe(lesson_id);
    expect(edited).toMatchObject({ state: 'proposed', rule: 'Bind every value', provenance: { author: 'ben' } });
    expect(await services.stores.lessons.find('app', lesson_id)).toMatchObject({
      state: 'active',
      rule: 'Bind the values',
    });
    const own = { action: 'accept', lesson_id: edited.lesson_id } as const;
    await expect(reviewLesson(services, ben, own)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await reviewLesson(services, eva, own);
    expect((await services.stores.lessons.find('app', lesson_id))?.state).toBe('superseded');
  });

  it('a critical lesson serves on beside a weaker copy until its owner or a lead decides', async () => {
    const { services, lesson_id } = await proposed();
    await reviewLesson(services, eva, { action: 'accept', lesson_id, critical: true });
    const copy = { when: 'writing a query', rule: 'Binding values is nice to have', supersedes: lesson_id };
    const weaker = async () => (await proposeLesson(services, teamAgent, copy)).lesson_id ?? '';
    const first = await weaker();
    await reviewLesson(services, ben, { action: 'accept', lesson_id: first });
    expect((await services.stores.lessons.find('app', lesson_id))?.state).toBe('active');
    const second = await proposeLesson(services, teamAgent, {
      ...copy,
      rule: 'Bind values by name, never by position',
    });
    await reviewLesson(services, eva, { action: 'accept', lesson_id: second.lesson_id ?? '' });
    expect((await services.stores.lessons.find('app', lesson_id))?.state).toBe('superseded');
  });

  it('who was refused has one event, and nothing changed', async () => {
    const { services, lesson_id } = await proposed();
    const before = (await services.audit.events('app', {})).total;
    for (const caller of [teamAgent, teamReviewer('ann')]) {
      await expect(reviewLesson(services, caller, { action: 'accept', lesson_id })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    const { items } = await services.audit.events('app', {});
    expect(items.slice(before).map(({ actor, denied, changes }) => [actor, denied, changes])).toEqual([
      ['ann', true, []],
      ['ann', true, []],
    ]);
    expect((await services.stores.lessons.find('app', lesson_id))?.state).toBe('proposed');
  });
});
