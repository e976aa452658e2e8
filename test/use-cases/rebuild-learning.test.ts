import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Verdict } from '../../src/domain/verdict.ts';
import { rebuildLearning } from '../../src/use-cases/rebuild-learning.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { recordOutcome } from '../../src/use-cases/record-outcome.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { undoReview } from '../../src/use-cases/undo-review.ts';
import { openTestServices, pipeline, soloAgent, soloPerson, type TestServices } from '../support/test-services.ts';

const RULES = [
  'Read the proxy from the environment, never from a constant.',
  'Freeze the clock in every test of the scheduler.',
  'Run the generator after a change of the schema.',
] as const;
const WORDS = ['proxy environment constant', 'freeze clock scheduler test', 'generator schema change'] as const;

type Step =
  | { readonly do: 'work'; readonly on: number; readonly verdict: Verdict; readonly who: 'agent' | 'person' | 'ci' }
  | { readonly do: 'repeat'; readonly on: number }
  | { readonly do: 'edit'; readonly on: number; readonly words: string }
  | { readonly do: 'retire' | 'restore' | 'accept' | 'undo'; readonly on: number }
  | { readonly do: 'merge'; readonly on: number; readonly into: number };

const on = fc.integer({ min: 0, max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('work' as const),
    on,
    verdict: fc.constantFrom<Verdict>('helpful', 'harmful', 'unused', 'ignored'),
    who: fc.constantFrom('agent' as const, 'person' as const, 'ci' as const),
  }),
  fc.record({ do: fc.constant('repeat' as const), on }),
  fc.record({ do: fc.constant('edit' as const), on, words: fc.lorem({ maxCount: 8 }) }),
  fc.record({ do: fc.constantFrom('retire' as const, 'restore' as const, 'accept' as const, 'undo' as const), on }),
  fc.record({ do: fc.constant('merge' as const), on, into: on }),
);

const CALLERS = { agent: soloAgent, person: soloPerson, ci: pipeline } as const;

const take = async ({ services, clock }: TestServices, ids: readonly string[], one: Step, turn: number) => {
  clock.advance(5);
  const id = ids[one.on] ?? '';
  if (one.do === 'work') {
    const task = `${WORDS[one.on]} number ${turn}`;
    const { run_id, recall } = await startTask(services, soloAgent, { task });
    const verdicts = recall.lessons.map(({ lesson_id }) => ({ lesson_id, verdict: one.verdict }));
    await recordOutcome(services, CALLERS[one.who], { run_id, outcome: 'completed_clean', verdicts });
  } else if (one.do === 'repeat') {
    const { run_id } = await startTask(services, soloAgent, { task: `something else ${turn}` });
    await recordCorrection(services, soloPerson, {
      run_id,
      wrong: 'it was done otherwise',
      right: RULES[one.on] ?? '',
    });
  } else if (one.do === 'edit') {
    await reviewLesson(services, soloPerson, {
      action: 'edit',
      lesson_id: id,
      text: { rule: `${RULES[one.on]} ${one.words}` },
    });
  } else if (one.do === 'undo') {
    await undoReview(services, soloPerson, { lesson_id: id });
  } else if (one.do === 'merge') {
    await reviewLesson(services, soloPerson, { action: 'merge', lesson_id: id, into: ids[one.into] ?? '' });
  } else {
    await reviewLesson(services, soloPerson, { action: one.do, lesson_id: id, reason: 'it is time' });
  }
};

const lessons = async ({ services }: TestServices) => {
  const { items } = await services.stores.lessons.list('app', {});
  return Promise.all(
    items.map(async (lesson) => ({
      ...lesson,
      searched: await services.stores.lessons.searchedTriggers('app', lesson.lesson_id),
    })),
  );
};

const played = async (steps: readonly Step[]) => {
  const test = await openTestServices();
  const ids: string[] = [];
  for (const [i, right] of RULES.entries()) {
    const made = await recordCorrection(test.services, soloPerson, { wrong: 'no', right, when: WORDS[i] ?? '' });
    ids.push(made.lesson?.lesson_id ?? '');
  }
  for (const [turn, one] of steps.entries()) {
    // A step that the state of a lesson does not allow is refused and leaves no event.
    await take(test, ids, one, turn).catch((error: { code?: string }) => {
      if (!['CONFLICT', 'INVALID_INPUT'].includes(error.code ?? '')) throw error;
    });
  }
  return { test, ids };
};

it('says the same as was learned step by step, whatever happened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const { test } = await played(steps);
      const before = {
        lessons: await lessons(test),
        calibration: await test.services.stores.lessons.calibration('app'),
      };
      expect((await rebuildLearning(test.services)).changed).toEqual([]);
      const after = {
        lessons: await lessons(test),
        calibration: await test.services.stores.lessons.calibration('app'),
      };
      expect(after).toEqual(before);
    }),
    { numRuns: 8 },
  );
}, 120_000);

it('puts right what differs, and says what', async () => {
  const { test, ids } = await played([
    { do: 'work', on: 0, verdict: 'helpful', who: 'person' },
    { do: 'work', on: 0, verdict: 'helpful', who: 'person' },
  ]);
  const [first = ''] = ids;
  const sound = await lessons(test);
  await test.services.unitOfWork.write(async (stores) => {
    const lesson = await stores.lessons.find('app', first);
    await stores.lessons.restate('app', first, {
      state: 'retired',
      helped: 40,
      harmed: 3,
      confirmed_at: lesson?.confirmed_at ?? '',
    });
    await stores.lessons.replaceIndex('app', first, 1, { text: ['proxi'], example: [], vectors: [], model: null }, []);
  });
  const steps: number[] = [];
  const rebuilt = await rebuildLearning(test.services, (done, total) => steps.push(done / total));
  expect(rebuilt).toMatchObject({ projects: 1, lessons: 3 });
  expect(rebuilt.changed).toEqual([
    { project: 'app', lesson_id: first, what: ['state', 'helped', 'harmed', 'triggers'] },
  ]);
  expect(await lessons(test)).toEqual(sound);
  expect(steps.at(-1)).toBe(1);
});
