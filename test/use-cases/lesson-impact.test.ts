import { describe, expect, it } from 'vitest';
import { importEvents } from '../../src/use-cases/import-events.ts';
import { lessonImpact } from '../../src/use-cases/lesson-impact.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { asText, taskEvents } from '../support/event-lines.ts';
import { inProject, openTestServices, soloPerson, teamAgent } from '../support/test-services.ts';

const teach = { wrong: 'edited the generated client', right: 'edit the schema and run the generator' };

describe('lessonImpact', () => {
  it('says what became of each lesson, and what no served lesson says', async () => {
    const { services, clock } = await openTestServices();
    const served = await recordCorrection(services, soloPerson, teach);
    const waiting = await recordCorrection(services, teamAgent, {
      wrong: 'pushed straight to the main branch',
      right: 'open a pull request',
    });
    const lesson = served.lesson?.lesson_id ?? '';
    clock.advance(24 * 20);
    const tasks = Array.from({ length: 25 }, (_, i) => taskEvents({ key: `t${i}`, start: 60 + i * 60, lesson }));
    await importEvents(services, soloPerson, { text: asText(tasks.flat()) });
    const impact = await lessonImpact(services, soloPerson, {});
    expect(impact.lessons).toEqual([
      expect.objectContaining({
        lesson_id: lesson,
        exposures: 25,
        helpful: 25,
        harmful: 0,
        tokens: 3_000,
        effect: expect.objectContaining({ value: 25.5 / 26, n: 25 }),
        verdict: 'prevents_repeats',
      }),
    ]);
    expect(waiting.lesson?.served_now).toBe(false);
    expect(impact.uncovered).toEqual([{ example: 'pushed straight to the main branch', corrections: 1 }]);
  });

  it('lists served lessons that nobody was shown', async () => {
    const { services } = await openTestServices();
    await recordCorrection(services, soloPerson, teach);
    expect((await lessonImpact(services, soloPerson, {})).lessons).toMatchObject([
      { exposures: 0, effect: null, verdict: 'too_few' },
    ]);
  });

  it('is empty for a project without anything, and refuses a `since` that is none', async () => {
    const { services } = await openTestServices();
    expect(await lessonImpact(services, inProject(soloPerson, 'new'), {})).toEqual({ lessons: [], uncovered: [] });
    await expect(lessonImpact(services, soloPerson, { since: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
