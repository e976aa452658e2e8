import { expect, it } from 'vitest';
import { exportBundle, exportMarkdown } from '../../../src/use-cases/export-lessons.ts';
import { maskStored } from '../../../src/use-cases/guard/mask-stored.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { openTestServices, soloPerson } from '../../support/test-services.ts';

it('lets no secret leave that only a newer rule knows', async () => {
  const { services } = await openTestServices();
  await recordCorrection(services, soloPerson, {
    wrong: 'x',
    right: 'Use newkey_abc in tests.',
    when: 'testing the client',
  });
  const newer = {
    ...services,
    guard: {
      ...services.guard,
      findSecrets: async (text: string) => {
        const from = text.indexOf('newkey_abc');
        return from < 0 ? [] : [{ kind: 'new key', from, to: from + 'newkey_abc'.length }];
      },
    },
  };
  const bundle = JSON.stringify(await exportBundle(newer, soloPerson, {}));
  expect(bundle).toContain('Use [new key removed] in tests.');
  expect((await exportMarkdown(newer, soloPerson, {})).text).not.toContain('newkey_abc');
});

it('searches a long list a line at a time, so that a history of any length fits into memory', async () => {
  const { services } = await openTestServices();
  let [underWay, most] = [0, 0];
  const guard = {
    ...services.guard,
    findSecrets: async (text: string) => {
      underWay += 1;
      most = Math.max(most, underWay);
      const found = await services.guard.findSecrets(text);
      underWay -= 1;
      return found;
    },
  };
  const lines = Array.from({ length: 50 }, (_, at) => ({ type: 'run', task: `task ${at}` }));
  expect(await maskStored({ ...services, guard }, lines)).toEqual(lines);
  expect(most).toBeLessThanOrEqual(2);
});
