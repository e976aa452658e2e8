import { describe, expect, it } from 'vitest';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { type ReviewInput, reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { undoReview } from '../../src/use-cases/undo-review.ts';
import { openTestServices, soloAgent, soloPerson, type TestServices, teamReviewer } from '../support/test-services.ts';

const LESSON = { when: 'Writing a migration', rule: 'Every migration gets a down step.' };
const propose = async ({ services }: TestServices, more = {}): Promise<string> =>
  (await proposeLesson(services, soloAgent, { ...LESSON, ...more })).lesson_id ?? '';
const decide = ({ services }: TestServices, input: ReviewInput) => reviewLesson(services, soloPerson, input);
const undo = ({ services }: TestServices, lesson_id: string, caller = soloPerson) =>
  undoReview(services, caller, { lesson_id });

describe('undoReview', () => {
  it.each(['accept', 'reject', 'quarantine'] as const)('takes %s back by a step of its own', async (action) => {
    const test = await openTestServices();
    const lesson_id = await propose(test);
    await decide(test, { action, lesson_id, reason: 'because' });
    const lesson = await undo(test, lesson_id);
    expect(lesson.state).toBe('proposed');
    expect(lesson.provenance.approved_by).toBeUndefined();
    const record = await test.services.stores.lessons.record('app', lesson_id);
    expect(record?.transitions.map((step) => step.to).slice(1)).toEqual([
      { accept: 'active', reject: 'retired', quarantine: 'quarantined' }[action],
      'proposed',
    ]);
  });

  it('brings the text of before an edit back, as a version of its own', async () => {
    const test = await openTestServices();
    const lesson_id = await propose(test, { why: 'It was needed once.' });
    await decide(test, { action: 'edit', lesson_id, text: { rule: 'Other.', not_when: 'in tests' }, without: ['why'] });
    const lesson = await undo(test, lesson_id);
    expect(lesson).toMatchObject({ ...LESSON, why: 'It was needed once.', version: 3, state: 'proposed' });
    expect(lesson.not_when).toBeUndefined();
  });

  it('takes a merge apart: the lesson that stayed does not draw it in again', async () => {
    const test = await openTestServices();
    const into = await propose(test);
    const lesson_id = await propose(test, { when: 'Rolling back', rule: 'Run the down step first.' });
    await decide(test, { action: 'merge', lesson_id, into, reason: 'the same' });
    expect((await undo(test, lesson_id)).state).toBe('proposed');
    await decide(test, { action: 'accept', lesson_id: into });
    expect((await test.services.stores.lessons.find('app', lesson_id))?.state).toBe('proposed');
  });

  it('brings back what an accepted lesson had replaced', async () => {
    const test = await openTestServices();
    const old = await propose(test);
    await decide(test, { action: 'accept', lesson_id: old });
    const lesson_id = await propose(test, { rule: 'A down step, run twice against a copy.', supersedes: old });
    await decide(test, { action: 'accept', lesson_id });
    const state = async () => (await test.services.stores.lessons.find('app', old))?.state;
    expect(await state()).toBe('superseded');
    await undo(test, lesson_id);
    expect(await state()).toBe('active');
  });

  it('is only for who decided last, for a day, and once', async () => {
    const test = await openTestServices();
    const lesson_id = await propose(test);
    await expect(undo(test, lesson_id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await decide(test, { action: 'accept', lesson_id });
    await expect(undo(test, lesson_id, teamReviewer('ben'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(undo(test, lesson_id, soloAgent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await undo(test, lesson_id);
    await expect(undo(test, lesson_id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await decide(test, { action: 'accept', lesson_id });
    test.clock.advance(25);
    await expect(undo(test, lesson_id)).rejects.toMatchObject({ code: 'EXPIRED' });
    await expect(undo(test, 'les_absent')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
