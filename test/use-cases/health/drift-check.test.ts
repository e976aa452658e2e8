import { describe, expect, it } from 'vitest';
import { driftCheck } from '../../../src/use-cases/health/drift-check.ts';
import { importEvents } from '../../../src/use-cases/import-events.ts';
import { asText, taskEvents } from '../../support/event-lines.ts';
import { at, DAY } from '../../support/histories.ts';
import { inProject, openTestServices, soloPerson } from '../../support/test-services.ts';

const setUp = async (project: string, isClean: (index: number) => boolean, tasks = 120) => {
  const opened = await openTestServices();
  const text = asText(
    Array.from({ length: tasks }, (_, i) =>
      taskEvents({ key: `${project}-${i}`, start: i * 60 - 10 * DAY, clean: isClean(i) }),
    ).flat(),
  );
  await importEvents(opened.services, inProject(soloPerson, project), { text });
  return opened.services;
};

describe('driftCheck', () => {
  it('is silent where failures stay as they were', async () => {
    const services = await setUp('app', (i) => i % 10 !== 0);
    expect(await driftCheck(services)).toEqual([
      { name: 'drift', status: 'ok', detail: 'No alarm in 1 of 1 projects with runs.' },
    ]);
  });

  it('warns where they grew, with the day since', async () => {
    const services = await setUp('app', (i) => (i < 60 ? i % 10 !== 0 : i % 2 === 0));
    const [check] = await driftCheck(services);
    expect(check).toMatchObject({ name: 'drift', status: 'warn', fix: expect.stringContaining('hone trends') });
    expect(check?.detail).toContain(`app from ${at(61 * 60 - 10 * DAY).slice(0, 10)} on`);
  });

  it('says that it watches nothing before a baseline', async () => {
    const services = await setUp('app', () => true, 10);
    expect(await driftCheck(services)).toMatchObject([
      { status: 'ok', detail: expect.stringContaining('Not watched') },
    ]);
  });
});
