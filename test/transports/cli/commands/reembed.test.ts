import { expect, it } from 'vitest';
import { runCli } from '../../../support/cli-host.ts';
import { openTestServices } from '../../../support/test-services.ts';

it('says how far it is, and passes the model on', async () => {
  const { services } = await openTestServices();
  const answer = await runCli(['reembed', '--status', '--model', './mine', '--json'], { services });
  expect(JSON.parse(answer.stdout)).toMatchObject({ lessons: 0, made: 0, done: true });
  expect(answer.connections[0]).toMatchObject({ model: './mine' });
});

it('says why the model cannot be run', async () => {
  const { services } = await openTestServices();
  const answer = await runCli(['reembed'], { services });
  expect(answer.exitCode).toBe(2);
  expect(answer.stderr).toContain('The model cannot be run');
});
