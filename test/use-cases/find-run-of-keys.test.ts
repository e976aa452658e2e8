import { expect, it } from 'vitest';
import { findRunOfKeys } from '../../src/use-cases/find-run-of-keys.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { openTestServices, soloAgent } from '../support/test-services.ts';

it('finds the latest run of the first task that has one of the keys, in the project only', async () => {
  const { services } = await openTestServices();
  await startTask(services, soloAgent, { task: 'fix login', task_key: 'APP-7' });
  const { run_id } = await startTask(services, soloAgent, { task: 'fix login', task_key: 'APP-7' });
  await startTask(services, soloAgent, { task: 'fix logout', task_key: '7' });
  expect(await findRunOfKeys(services, 'app', ['fix/APP-7', 'APP-7', '7'])).toBe(run_id);
  expect(await findRunOfKeys(services, 'app', ['APP-9'])).toBeNull();
  expect(await findRunOfKeys(services, 'app', [])).toBeNull();
  expect(await findRunOfKeys(services, 'other', ['APP-7'])).toBeNull();
});
