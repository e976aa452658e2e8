import { describe, expect, it } from 'vitest';
import { gitHistory } from '../../../../src/adapters/git/git-history.ts';
import type { CiReport } from '../../../../src/domain/ci/ci-report.ts';
import { startTask } from '../../../../src/use-cases/start-task.ts';
import { runCli } from '../../../support/cli-host.ts';
import { AGENT, gitRepository, numbered } from '../../../support/git-repository.ts';
import { openTestServices, soloAgent } from '../../../support/test-services.ts';

const PIPELINE: CiReport = {
  provider: 'github',
  status: 'success',
  taskKeys: ['fix/APP-7', 'APP-7'],
  url: 'https://ci.example/1',
  attempt: 'github:1:1:test',
};

const setUp = async () => {
  const { services } = await openTestServices();
  const { run_id, task_id } = await startTask(services, soloAgent, { task: 'fix login', task_key: 'APP-7' });
  const outcomes = () => services.stores.runs.outcomesOfTask('app', task_id);
  const hone = (args: string[], connection: Parameters<typeof runCli>[1] = {}) =>
    runCli(['outcome', ...args, '--json'], { services, ...connection });
  return { run_id, outcomes, hone };
};

describe('hone outcome', () => {
  it("records a person's word, and refuses to guess what is missing", async () => {
    const { hone, outcomes } = await setUp();
    expect(await hone(['APP-7', '--outcome', 'failed'])).toMatchObject({ exitCode: 0 });
    expect(await outcomes()).toMatchObject([{ outcome: 'failed', source: 'human', by: 'ann' }]);
    for (const args of [['APP-7'], ['--outcome', 'failed'], ['--from-ci']]) {
      const { exitCode, stderr } = await hone(args);
      expect(exitCode, args.join(' ')).toBe(2);
      expect(JSON.parse(stderr).error.hint).toContain('Example: ');
    }
  });
});

describe('hone outcome --from-ci', () => {
  it("takes task and outcome from the pipeline, once however often the step runs, in CI's name", async () => {
    const { hone, outcomes, run_id } = await setUp();
    const first = await hone(['--from-ci'], { connection: { ci: PIPELINE } });
    expect(JSON.parse(first.stdout)).toMatchObject({ run_id, outcome: 'completed_clean' });
    expect((await hone(['--from-ci'], { connection: { ci: PIPELINE } })).stdout).toBe(first.stdout);
    const failed = { ...PIPELINE, status: 'failure', attempt: 'github:1:2:test' } as const;
    await hone(['--from-ci'], { connection: { ci: failed } });
    expect(await outcomes()).toMatchObject([
      { outcome: 'completed_clean', source: 'ci', note: 'https://ci.example/1' },
      { outcome: 'failed', source: 'ci' },
    ]);
  });

  it('records nothing for a branch of no task, says so, and does not fail the pipeline', async () => {
    const { hone, outcomes } = await setUp();
    const other = { ...PIPELINE, taskKeys: ['main'] };
    const { exitCode, stdout } = await hone(['--from-ci'], { connection: { ci: other } });
    expect({ exitCode, value: JSON.parse(stdout) }).toEqual({
      exitCode: 0,
      value: { recorded: null, looked_for: ['main'] },
    });
    expect(await outcomes()).toEqual([]);
  });

  it.each([
    [{ ...PIPELINE, status: null }, 'HONE_CI_STATUS'],
    [{ ...PIPELINE, status: 'cancelled' as const }, 'Run it again'],
    [{ ...PIPELINE, taskKeys: [] }, 'HONE_TASK'],
  ])('says what a pipeline leaves out: %j', async (ci, hint) => {
    const { hone } = await setUp();
    const { exitCode, stderr } = await hone(['--from-ci'], { connection: { ci } });
    expect(exitCode).toBe(2);
    expect(JSON.parse(stderr).error.hint).toContain(hint);
  });
});

describe('hone outcome --from-git', () => {
  const repository = () => {
    const { folder, commit } = gitRepository();
    commit({ 'a.txt': 'old\n' }, {});
    commit({ 'b.txt': numbered(1, 10) }, { author: AGENT });
    commit({ 'b.txt': numbered(1, 6) }, {});
    return { codeHistory: async () => gitHistory(folder) };
  };

  it('counts what a person replaced: above 30 % it was rewritten', async () => {
    const { hone, outcomes } = await setUp();
    const { stdout } = await hone(['APP-7', '--from-git', 'HEAD~2..HEAD'], { connection: repository() });
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'completed_rewritten',
      rewrite: { share: 0.4, replaced_lines: 4, agent_lines: 10 },
    });
    expect(await outcomes()).toMatchObject([
      {
        outcome: 'completed_rewritten',
        source: 'human',
        rewrite_share: 0.4,
        note: 'rewrite share from git: 4 of 10 lines of agents',
      },
    ]);
  });

  it('goes with --from-ci, and not with --rewrite-share', async () => {
    const { hone, outcomes } = await setUp();
    const connection = { ...repository(), ci: PIPELINE };
    await hone(['--from-ci', '--from-git', 'HEAD~2..HEAD'], { connection });
    expect(await outcomes()).toMatchObject([{ outcome: 'completed_rewritten', source: 'ci' }]);
    const both = ['APP-7', '--from-git', 'HEAD~2..HEAD', '--rewrite-share', '0.1'];
    expect(await hone(both, { connection })).toMatchObject({ exitCode: 2 });
    expect(await hone(['APP-7', '--from-git', 'nowhere..HEAD'], { connection })).toMatchObject({ exitCode: 2 });
  });
});
