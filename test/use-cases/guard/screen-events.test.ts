import { expect, it } from 'vitest';
import { exportEvents } from '../../../src/use-cases/export-events.ts';
import { importEvents } from '../../../src/use-cases/import-events.ts';
import { openTestServices, soloPerson } from '../../support/test-services.ts';

const SECRET = ['gho_', 'Zk3Wq8Ln5Rt1Yx7Mv2Bc9Hd4Js6Pf0GaEuTo'].join('');
const run = { type: 'run', run: 'r1', at: '2026-09-01T09:00:00Z' };

it('refuses a line with a secret by its number, says nothing of it, and keeps persons under names', async () => {
  const { services } = await openTestServices();
  const lines = [
    { ...run, task: 'answer j.berg@kvartal-systems.se' },
    {
      type: 'outcome',
      run: 'r1',
      at: '2026-09-01T09:40:00Z',
      outcome: 'failed',
      source: 'human',
      note: `with ${SECRET}`,
    },
  ];
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  const refusal = await importEvents(services, soloPerson, { text }).catch((error: Error) => error);
  expect(String(refusal)).toContain('line 2: it holds a secret (GitHub token)');
  expect(String(refusal)).not.toContain(SECRET.slice(4, 16));
  expect(await importEvents(services, soloPerson, { text, keepGoing: true })).toMatchObject({
    added: { run: 1, outcome: 0 },
  });
  const { text: exported } = await exportEvents(services, soloPerson, {});
  expect(exported).toContain('answer [e-mail 1]');
});
