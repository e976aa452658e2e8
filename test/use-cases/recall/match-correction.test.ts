import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../../src/domain/lesson.ts';
import { indexLesson } from '../../../src/use-cases/recall/index-lesson.ts';
import { matchCorrection } from '../../../src/use-cases/recall/match-correction.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { addLessons, minute, newLesson, sampleLesson } from '../../contracts/samples.ts';
import { openTestServices } from '../../support/test-services.ts';

const pnpm = { when: 'installing dependencies', rule: 'Use pnpm install with the frozen lockfile.' };

const keep = async (services: Services, id: string, change: Partial<Lesson> = {}): Promise<void> => {
  const index = await indexLesson(services, sampleLesson(id, { ...pnpm, ...change }));
  await addLessons(services, newLesson(id, { ...pnpm, ...change }, index));
};
const matched = async (services: Services, text: typeof pnpm, before = minute(10)) =>
  (await matchCorrection(services, 'app', text, before)).repeated?.lesson_id ?? null;

describe('a correction repeats a lesson', () => {
  it('whose rule it says again, in whatever situation', async () => {
    const { services } = await openTestServices();
    await keep(services, 'les_1');
    expect(await matched(services, pnpm)).toBe('les_1');
    expect(await matched(services, { when: 'the build broke', rule: 'use `pnpm install` with frozen lockfile!' })).toBe(
      'les_1',
    );
  });

  it('but not one that says something else, or the opposite', async () => {
    const { services } = await openTestServices();
    await keep(services, 'les_1');
    expect(await matched(services, { ...pnpm, rule: 'Commit the generated client too.' })).toBeNull();
    expect(await matched(services, { ...pnpm, rule: 'Never use pnpm install with the frozen lockfile.' })).toBeNull();
  });

  it('only when the lesson was there before', async () => {
    const { services } = await openTestServices();
    await keep(services, 'les_1', { created_at: minute(10) });
    expect(await matched(services, pnpm, minute(10))).toBeNull();
    expect(await matched(services, pnpm, minute(11))).toBe('les_1');
  });

  it('rather a served one than a waiting one, and the first of two equal ones', async () => {
    const { services } = await openTestServices();
    await keep(services, 'les_1', { state: 'proposed' });
    expect(await matched(services, pnpm)).toBe('les_1');
    await keep(services, 'les_3');
    await keep(services, 'les_2');
    expect(await matched(services, pnpm)).toBe('les_2');
  });

  it('of this project, and one that was not retired', async () => {
    const { services } = await openTestServices();
    await keep(services, 'les_1', { project: 'other' });
    await keep(services, 'les_2', { state: 'retired' });
    expect(await matched(services, pnpm)).toBeNull();
  });

  it('that it says in other words, with the model', async () => {
    const { services } = await openTestServices({ dense: true });
    await keep(services, 'les_1');
    expect(await matched(services, { when: '', rule: 'Install with pnpm, using a lockfile that is frozen.' })).toBe(
      'les_1',
    );
    expect(await matched(services, { when: '', rule: 'Bake the bread at 220 degrees.' })).toBeNull();
  });
});
