import { describe, expect, it } from 'vitest';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { indexLesson } from '../../src/use-cases/recall/index-lesson.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { addLessons, newLesson, sampleLesson } from '../contracts/samples.ts';
import { inProject, openTestServices, soloAgent, soloPerson } from '../support/test-services.ts';

const correction = {
  wrong: 'ran npm install, which rewrote the lock file',
  right: 'Use pnpm install --frozen-lockfile; the repository is a pnpm workspace.',
  when: 'installing dependencies',
};

const OTHERS = [
  'sending mail: Queue it, the provider limits bursts.',
  'charging a card: Pass an idempotency key.',
  'adding a column: Write a migration with a down step.',
  'renaming a branch: Tell the release manager first.',
  'caching a page: Vary on the language header.',
  'uploading a photo: Strip the location before storing.',
  'parsing dates: Keep them in UTC.',
  'rounding money: Count in cents, never in floats.',
  'logging a request: Leave out the authorization header.',
  'retrying a job: Back off with jitter.',
  'deleting an account: Keep the invoices for ten years.',
  'drawing a chart: Start the axis at zero.',
  'searching text: Fold accents before comparing.',
  'writing a flag: Name its owner and its end.',
  'running tests: Use the emulator, never production.',
  'reading a CSV: Expect a byte order mark.',
  'signing a token: Rotate the key every quarter.',
  'showing an error: Say what the user can do.',
  'rendering Markdown: Sanitize links.',
  'opening a socket: Set a timeout.',
  'building the image: Pin the base by digest.',
  'deploying on Friday: Ask who is on call.',
  'changing a public API: Keep the old field for one release.',
  'using a regular expression: Test it on a long line.',
  'sorting names: Use the collator of the locale.',
  'counting users: Leave out test accounts.',
  'playing audio: Wait for a tap.',
  'moving a file: Update the code owners.',
  'translating a string: Keep placeholders as they are.',
];

describe('recall with the model', () => {
  it('finds the lesson in other words, abstains on what it has nothing for, and says why', async () => {
    const { services } = await openTestServices({ dense: true });
    await recordCorrection(services, soloAgent, correction);
    const found = await recallLessons(services, soloAgent, { query: 'set up the packages on a new machine' });
    expect(found).toMatchObject({ decision: 'deliver', path: 'hybrid', lessons: [{ rule: correction.right }] });
    const nothing = await recallLessons(services, soloAgent, { query: 'translate the footer to French' });
    expect(nothing).toMatchObject({ decision: 'abstain', path: 'hybrid', lessons: [], tokens: 0 });
    expect(nothing.reason).toMatch(/weak/u);
  });
});

describe('recall with the model, among thirty lessons', () => {
  it('finds the one whose examples fit in other words, and none for what nobody learned', async () => {
    const { services } = await openTestServices({ dense: true });
    for (const [index, words] of OTHERS.entries()) {
      const [when = '', rule = ''] = words.split(': ');
      const text = sampleLesson(`les_${index}`, { when, rule });
      await addLessons(services, newLesson(text.lesson_id, text, await indexLesson(services, text)));
    }
    const examples = ['get the project running on a fresh laptop', 'upgrade a library'];
    await recordCorrection(services, soloAgent, { ...correction, examples });
    expect((await services.stores.lessons.list('app', {})).total).toBe(30);
    const found = await recallLessons(services, soloAgent, { query: 'get the dependencies onto a new machine' });
    expect(found).toMatchObject({ decision: 'deliver', path: 'hybrid' });
    expect(found.lessons[0]?.rule).toBe(correction.right);
    const nothing = await recallLessons(services, soloAgent, { query: 'bake sourdough bread at 220 degrees' });
    expect(nothing).toMatchObject({ decision: 'abstain', lessons: [] });
  });
});

describe('recall without the model', () => {
  it('goes on by full text and says so', async () => {
    const { services } = await openTestServices();
    await recordCorrection(services, soloAgent, correction);
    const found = await recallLessons(services, soloAgent, { query: 'install the dependencies' });
    expect(found).toMatchObject({ decision: 'deliver', path: 'lexical' });
    expect(found.reason).toMatch(/full text only/u);
  });

  it('takes query syntax of SQL and full text as words', async () => {
    const { services } = await openTestServices();
    await recordCorrection(services, soloAgent, correction);
    for (const query of ['"; DROP TABLE lesson; --', 'NEAR(a b) OR * ^ "', "x' OR '1'='1", '(((', '-', '🙂🙂']) {
      const answer = await recallLessons(services, soloAgent, { query });
      expect(answer.decision).toBe('abstain');
    }
    expect((await services.stores.lessons.list('app', {})).total).toBe(1);
  });

  it('never returns a lesson of another project', async () => {
    const { services } = await openTestServices();
    await recordCorrection(services, inProject(soloAgent, 'other'), correction);
    const answer = await recallLessons(services, soloAgent, { query: 'installing dependencies' });
    expect(answer).toMatchObject({ decision: 'abstain', lessons: [] });
  });

  it('with a run counts what was shown, without one it counts nothing', async () => {
    const { services } = await openTestServices();
    const { lesson } = await recordCorrection(services, soloAgent, correction);
    const lessonId = lesson?.lesson_id ?? '';
    await recallLessons(services, soloAgent, { query: 'installing dependencies' });
    expect(await services.stores.runs.exposuresOf('app', lessonId)).toEqual([]);
    const { run_id } = await startTask(services, soloAgent, { task: 'write the announcement' });
    await recallLessons(services, soloAgent, { query: 'installing dependencies', run_id });
    expect(await services.stores.runs.exposuresOf('app', lessonId)).toHaveLength(1);
  });

  it('gives a holdout task the same shape, empty, and remembers what it held back', async () => {
    const { services, clock } = await openTestServices();
    const { lesson } = await recordCorrection(services, soloAgent, correction);
    const at = clock.now();
    const task = { project: 'app', task_id: 'task_1', text: 'x', workflow: 'default', started_at: at, arm: 'holdout' };
    const run = { project: 'app', run_id: 'run_1', task_id: 'task_1', attempt: 1, text: 'x', aspects: [], paths: [] };
    await services.unitOfWork.write(async (stores) => {
      await stores.runs.addTask({ ...task, arm: 'holdout' });
      await stores.runs.addRun({ ...run, principal: 'ann', started_at: at, looped: false });
    });
    const held = await recallLessons(services, soloAgent, { query: 'installing dependencies', run_id: 'run_1' });
    expect(held).toMatchObject({ decision: 'abstain', lessons: [] });
    const [remembered] = await services.stores.runs.recallsOf('app', 'run_1');
    expect(remembered?.candidates).toMatchObject([{ lesson_id: lesson?.lesson_id, cut: 'holdout' }]);
  });

  it('shows at most the limit', async () => {
    const { services } = await openTestServices();
    const rules = [
      'Write the down step first.',
      'Regenerate the client afterwards.',
      'Ask the data team about backfilling.',
    ];
    for (const rule of rules) {
      const proposed = await proposeLesson(services, soloAgent, { when: 'adding a column to a table', rule });
      await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: proposed.lesson_id ?? '' });
    }
    const answer = await recallLessons(services, soloAgent, { query: 'adding a column to a table', limit: 2 });
    expect(answer.lessons).toHaveLength(2);
  });

  it('explains itself when asked', async () => {
    const { services } = await openTestServices();
    await recordCorrection(services, soloAgent, correction);
    const answer = await recallLessons(services, soloAgent, { query: 'installing dependencies', format: 'detailed' });
    expect(answer.lessons[0]?.matched?.join('\n')).toMatch(/words: \d+ %/u);
  });

  it('of an unknown run is not found; a store that fails degrades the answer', async () => {
    const { services } = await openTestServices();
    await expect(recallLessons(services, soloAgent, { query: 'x y', run_id: 'run_no' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const search = {
      ...services.stores.search,
      corpus: () => Promise.reject(new Error('gone')),
      lexical: () => Promise.reject(new Error('gone')),
    };
    const broken = { ...services, stores: { ...services.stores, search } };
    const answer = await recallLessons(broken as typeof services, soloAgent, { query: 'install packages' });
    expect(answer).toMatchObject({ decision: 'degraded', path: 'none', lessons: [] });
  });
});
