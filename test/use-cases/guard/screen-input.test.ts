import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerCheckpoint } from '../../../src/use-cases/answer-checkpoint.ts';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { recordIntervention } from '../../../src/use-cases/record-intervention.ts';
import { recordOutcome } from '../../../src/use-cases/record-outcome.ts';
import { requestCheckpoint } from '../../../src/use-cases/request-checkpoint.ts';
import { reviewLesson } from '../../../src/use-cases/review-lesson.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { openTestServices, soloAgent, soloPerson } from '../../support/test-services.ts';

const TOKEN = ['gho_', 'Zk3Wq8Ln5Rt1Yx7Mv2Bc9Hd4Js6Pf0GaEuTo'].join('');
const SAID = `auth with ${TOKEN} failed`;

const bytesOf = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

/** Every stretch of eight letters of the token, in none of the store's files: database, log and the rest. */
const expectNoTrace = (home: string): void => {
  const bytes = bytesOf(home);
  for (let at = 4; at + 8 <= TOKEN.length; at += 1) {
    expect(bytes.includes(TOKEN.slice(at, at + 8)), `part ${at} of the token is in a file`).toBe(false);
  }
};

describe('a secret in the input of a write', () => {
  it('is refused by every verb, named by kind and field, and stays out of every file', async () => {
    const { services, home } = await openTestServices();
    const { run_id } = await startTask(services, soloAgent, { task: 'fix the login' });
    const lesson = { when: 'signing in', rule: 'Use the shared client.' };
    const { lesson_id } = await proposeLesson(services, soloAgent, lesson);
    const verbs: Record<string, () => Promise<unknown>> = {
      rule: () => proposeLesson(services, soloAgent, { ...lesson, rule: SAID }),
      'examples[0]': () => proposeLesson(services, soloAgent, { ...lesson, examples: [SAID] }),
      'evidence[0].text': () =>
        proposeLesson(services, soloAgent, { ...lesson, evidence: [{ kind: 'review', text: SAID }] }),
      idempotency_key: () => proposeLesson(services, soloAgent, { ...lesson, idempotency_key: TOKEN }),
      right: () => recordCorrection(services, soloAgent, { wrong: 'x', right: SAID }),
      quote: () => recordCorrection(services, soloAgent, { wrong: 'x', right: 'y', quote: SAID }),
      note: () => recordOutcome(services, soloAgent, { run_id, outcome: 'failed', note: SAID }),
      question: () => requestCheckpoint(services, soloAgent, { run_id, question: SAID }),
      answer: () => answerCheckpoint(services, soloPerson, { checkpoint_id: 'chk_x', answer: SAID }),
      'text.rule': () =>
        reviewLesson(services, soloPerson, { action: 'edit', lesson_id: lesson_id ?? '', text: { rule: SAID } }),
      reason: () => reviewLesson(services, soloPerson, { action: 'reject', lesson_id: lesson_id ?? '', reason: SAID }),
      task_key: () => startTask(services, soloAgent, { task: 'x', task_key: TOKEN }),
    };
    for (const [field, call] of Object.entries(verbs)) {
      await expect(call(), field).rejects.toMatchObject({
        code: 'SECRET_FOUND',
        message: `\`${field}\` holds a secret (GitHub token). Nothing was stored.`,
      });
    }
    await expect(
      recordIntervention(services, soloPerson, { run: run_id, kind: 'takeover', note: SAID }),
    ).rejects.toMatchObject({ code: 'SECRET_FOUND' });
    expectNoTrace(home);
  });
});

describe('a secret in a question', () => {
  it('is masked before anything is kept, and the question is answered', async () => {
    const { services, home } = await openTestServices();
    const { run_id, recall } = await startTask(services, soloAgent, {
      task: `clone ${TOKEN}`,
      error: SAID,
      aspects: [SAID],
      paths: [`src/${TOKEN}.ts`],
    });
    expect(recall.decision).toBe('abstain');
    expect(await recallLessons(services, soloAgent, { query: SAID, run_id })).toMatchObject({ decision: 'abstain' });
    const history = await services.stores.runs.history('app', run_id);
    expect(history?.run.text).toBe('clone [GitHub token removed]');
    expectNoTrace(home);
  });
});
