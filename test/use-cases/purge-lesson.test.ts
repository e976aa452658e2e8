import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { purgeLesson } from '../../src/use-cases/purge-lesson.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import type { Caller } from '../../src/use-cases/services.ts';
import {
  openTestServices,
  soloAgent,
  soloPerson,
  teamAgent,
  teamLead,
  teamReviewer,
} from '../support/test-services.ts';

const WORD = 'quetzalcoatlus';
const reason = 'a name was in it';

const bytesWith = (folder: string, word: string): string[] =>
  readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => readFileSync(join(folder, name)).toString('latin1').toLowerCase().includes(word));

describe('purgeLesson', () => {
  it('leaves no byte of the words in any file, a tombstone, and a chain that verifies', async () => {
    const { services } = await openTestServices();
    const { lesson } = await recordCorrection(services, soloPerson, {
      wrong: `asked ${WORD}`,
      right: `Never ask ${WORD} for the key`,
      when: `rotating the key of ${WORD}`,
      why: WORD,
      quote: WORD,
      examples: [`rotate the key that ${WORD} made`],
      idempotency_key: 'k1',
    });
    const lesson_id = lesson?.lesson_id ?? '';
    const other = await proposeLesson(services, soloAgent, { when: 'naming a branch', rule: 'Start with the ticket' });
    await reviewLesson(services, soloPerson, { action: 'accept', lesson_id, reason: `knows ${WORD}` });
    const folder = dirname(services.inspection.location);
    expect(bytesWith(folder, WORD).length).toBeGreaterThan(0);

    expect(await purgeLesson(services, soloPerson, { lesson_id, reason })).toMatchObject({
      purged: true,
      state: 'retired',
    });
    expect(bytesWith(folder, WORD)).toEqual([]);
    const record = await services.stores.lessons.record('app', lesson_id);
    expect(record?.lesson).toMatchObject({ state: 'retired', rule: '[purged]', when: '[purged]', examples: [] });
    expect(record?.transitions.map(({ to, actor }) => [to, actor])).toEqual([
      ['provisional', 'ann'],
      ['active', 'ann'],
      ['retired', 'ann'],
    ]);
    expect(await services.audit.verify([])).toMatchObject({ ok: true });
    expect((await services.audit.events('app', {})).items.at(-1)).toMatchObject({ verb: 'purge', actor: 'ann' });
    const found = await recallLessons(services, soloAgent, { query: `rotating the key of ${WORD}` });
    expect(found.lessons).toEqual([]);
    expect((await services.stores.lessons.find('app', other.lesson_id ?? ''))?.rule).toBe('Start with the ticket');
    // Once more changes nothing.
    expect((await purgeLesson(services, soloPerson, { lesson_id, reason })).state).toBe('retired');
    expect((await services.audit.verify([])).ok).toBe(true);
  });

  it('takes two people on a store that others use: a lead, then an admin of another name', async () => {
    const { services } = await openTestServices();
    const { lesson_id } = await proposeLesson(services, teamAgent, { when: 'naming a branch', rule: 'Start with it' });
    const input = { lesson_id: lesson_id ?? '', reason };
    const admin = (name: string): Caller => {
      const { principal, ...rest } = teamLead(name);
      return { ...rest, principal: { ...principal, roles: ['admin'] } };
    };
    for (const refused of [teamAgent, teamReviewer('ben'), admin('kim')]) {
      await expect(purgeLesson(services, refused, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await purgeLesson(services, teamLead('eva'), input)).toMatchObject({ purged: false, approved_by: 'eva' });
    await expect(purgeLesson(services, admin('eva'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await services.stores.lessons.find('app', input.lesson_id))?.rule).toBe('Start with it');
    expect(await purgeLesson(services, admin('kim'), input)).toMatchObject({ purged: true, approved_by: 'eva' });
    await expect(purgeLesson(services, admin('kim'), { ...input, reason: ' ' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(purgeLesson(services, admin('kim'), { ...input, lesson_id: 'les_x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
