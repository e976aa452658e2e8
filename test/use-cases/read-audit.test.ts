import { expect, it } from 'vitest';
import { createToken } from '../../src/use-cases/create-token.ts';
import { readAudit } from '../../src/use-cases/read-audit.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { inProject, openTestServices, soloPerson, teamAgent, teamReviewer } from '../support/test-services.ts';

it('tells who did what, what was refused, and what belongs to the store, without any text', async () => {
  const { services } = await openTestServices();
  const { lesson } = await recordCorrection(services, soloPerson, { wrong: 'a', right: 'A private rule', when: 'b' });
  const lesson_id = lesson?.lesson_id ?? '';
  await expect(reviewLesson(services, teamAgent, { action: 'accept', lesson_id })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await createToken(services, soloPerson, { name: 'ben', role: 'reviewer', projects: ['app'] });
  const { items, total } = await readAudit(services, soloPerson, {});
  expect(items.map(({ project, verb, role, denied }) => [project, verb, role, denied])).toEqual([
    ['app', 'record_correction', 'developer', false],
    ['app', 'review accept', 'agent', true],
    ['', 'create token', 'admin', false],
  ]);
  expect([total, items[0]?.lessons, items[0]?.rows.lesson_version]).toEqual([3, [lesson_id], 1]);
  expect(JSON.stringify(items)).not.toContain('private');
  expect((await readAudit(services, soloPerson, { limit: 1 })).items).toHaveLength(1);
  expect((await readAudit(services, soloPerson, { by: 'nobody' })).total).toBe(0);
  expect((await readAudit(services, inProject(soloPerson, 'web'), {})).items.map(({ project }) => project)).toEqual([
    '',
  ]);
  await expect(readAudit(services, soloPerson, { since: 'x' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await expect(readAudit(services, teamReviewer('ben'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
