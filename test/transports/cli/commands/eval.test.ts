import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../support/cli-host.ts';
import { openTestServices, temporaryFolder } from '../../../support/test-services.ts';

const run = async (...args: string[]) => {
  const { services } = await openTestServices();
  return runCli(args, { services });
};

describe('hone eval', () => {
  it('measures in a store of its own, and gives the same figures for the same seed', async () => {
    const args = ['eval', 'abstain', '--limit', '2', '--json', '--store', '/somewhere/mine.db'];
    const [one, two] = [await run(...args), await run(...args)];
    expect(one.exitCode).toBe(0);
    expect(one.connections.map(({ store }) => store)).not.toContain('/somewhere/mine.db');
    const figures = JSON.parse(one.stdout);
    expect(figures).toMatchObject({ evaluation: 'abstain', seed: 1, data: 'the data that ships' });
    expect(figures.sets[0].rows.map(({ policy }: { policy: string }) => policy)).toEqual([
      'recent',
      'bm25',
      'dense',
      'ours',
    ]);
    expect(two.stdout).toBe(one.stdout);
  });

  it('writes Markdown with every baseline, and the curve as a picture', async () => {
    const file = join(temporaryFolder(), 'curve.svg');
    const { stdout, stderr, exitCode } = await run('eval', 'learning', '--limit', '40', '--svg', file);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\| earlier \| +n \| recent \| +bm25 \| +dense \| ours, static \| ours, learned \|/u);
    expect(stderr).toContain('with learning');
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg /u);
  });

  it('lists what there is, and refuses what there is not', async () => {
    expect((await runCli(['eval'])).stdout).toContain('hone eval poison');
    expect((await runCli(['eval', 'magic'])).exitCode).toBe(2);
    expect((await runCli(['eval', 'replay', '--svg', 'x.svg'])).exitCode).toBe(2);
    const lost = await run('eval', 'replay', '--data', '/nowhere/at/all');
    expect(lost.exitCode).toBe(2);
    expect(lost.stderr).toContain('There is no such folder.');
  });
});
