import { expect, it } from 'vitest';
import { runCli } from '../../../support/cli-host.ts';
import { openTestServices } from '../../../support/test-services.ts';

it('sets, lists and clears, and says what is wrong with an example', async () => {
  const { services } = await openTestServices();
  const run = (...args: string[]) => runCli(['override', ...args], { services });
  const why = ['--reason', 'looking'];
  expect((await run()).stdout).toBe('Nothing is switched off.\n');
  const set = await run('set', 'delivery=off', 'dense=off', '--for', '2h', ...why, '--json');
  expect(JSON.parse(set.stdout)).toMatchObject({
    total: 2,
    items: [{ name: 'delivery', reason: 'looking' }, { name: 'dense' }],
  });
  expect((await run('list')).stdout).toMatch(/delivery is off until .*, by ann: looking\n {2}no lesson is delivered/u);
  expect((await run('clear', 'dense')).stdout).not.toContain('dense is off');
  expect((await run('clear', '--json')).stdout).toBe('{"items":[],"total":0}\n');
  for (const args of [
    ['set', 'delivery=off', ...why],
    ['set', 'delivery=off', '--for', '2h'],
    ['set', 'delivery=on', '--for', '2h', ...why],
    ['set', 'everything=off', '--for', '2h', ...why],
    ['set', 'constructor=off', '--for', '2h', ...why],
    ['set', 'delivery', '--for', '2h', ...why],
    ['set', 'delivery=off', '--for', '99d', ...why],
    ['set', 'delivery=off', '--for', '2h', '--reason', ''],
    ['set'],
    ['clear', 'everything'],
  ]) {
    const { exitCode, stderr } = await run(...args);
    expect([args.join(' '), exitCode]).toEqual([args.join(' '), 2]);
    expect(stderr).toMatch(/Example|hone override|Allowed|NAME=off/u);
  }
  expect(await services.stores.overrides.active('2020-01-01')).toEqual([]);
});
