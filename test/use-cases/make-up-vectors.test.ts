import { expect, it } from 'vitest';
import { makeUpVectors } from '../../src/use-cases/make-up-vectors.ts';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { inProject, openTestServices, soloAgent } from '../support/test-services.ts';

const missing = async (services: Awaited<ReturnType<typeof openTestServices>>['services'], project: string) =>
  (await services.stores.lessons.withoutVectors(project, 'any model', 10)).length;

it('without the model it makes none and ends', async () => {
  const { services } = await openTestServices();
  await proposeLesson(services, soloAgent, { when: 'naming a branch', rule: 'Use the issue key first.' });
  expect(await makeUpVectors(services, () => true)).toBe(0);
  expect(await missing(services, 'app')).toBe(1);
});

it('with the model it makes those of every project that were written without', async () => {
  const { services } = await openTestServices({ dense: true });
  const away = {
    ...services,
    embedder: {
      ...services.embedder,
      identity: services.embedder.identity,
      embed: () => Promise.reject(new Error('away')),
    },
  };
  for (const project of ['app', 'other']) {
    await proposeLesson(away as typeof services, inProject(soloAgent, project), {
      when: 'naming a branch',
      rule: 'Use the issue key first.',
    });
  }
  expect(await makeUpVectors(services, () => true)).toBe(2);
  expect(await makeUpVectors(services, () => true)).toBe(0);
});

it('stops when it is told to', async () => {
  const { services } = await openTestServices({ dense: true });
  await proposeLesson(services, soloAgent, { when: 'naming a branch', rule: 'Use the issue key first.' });
  expect(await makeUpVectors(services, () => false)).toBe(0);
});
