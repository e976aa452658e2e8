import { describe, expect, it } from 'vitest';
import { ciReport } from '../../../src/domain/ci/ci-report.ts';

const GITHUB = {
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/app',
  GITHUB_RUN_ID: '71',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_JOB: 'test',
  GITHUB_HEAD_REF: 'fix/APP-7',
  GITHUB_REF_NAME: '12/merge',
  JOB_STATUS: 'success',
};
const GITLAB = {
  CI: 'true',
  GITLAB_CI: 'true',
  CI_JOB_STATUS: 'failed',
  CI_COMMIT_REF_NAME: 'APP-8',
  CI_PIPELINE_URL: 'https://gitlab.example/acme/app/-/pipelines/5',
  CI_PIPELINE_ID: '5',
  CI_JOB_ID: '9',
};

describe('ciReport', () => {
  it('reads GitHub Actions: the branch of the pull request, not its merge', () => {
    expect(ciReport(GITHUB)).toEqual({
      provider: 'github',
      status: 'success',
      taskKeys: ['fix/APP-7', 'APP-7'],
      url: 'https://github.com/acme/app/actions/runs/71',
      attempt: 'github:71:2:test',
    });
    expect(ciReport({ ...GITHUB, GITHUB_HEAD_REF: '', GITHUB_REF_NAME: 'main' })?.taskKeys).toEqual(['main']);
  });

  it('reads GitLab, with and without a merge request', () => {
    expect(ciReport(GITLAB)).toEqual({
      provider: 'gitlab',
      status: 'failure',
      taskKeys: ['APP-8'],
      url: 'https://gitlab.example/acme/app/-/pipelines/5',
      attempt: 'gitlab:5:9',
    });
    const merge = { ...GITLAB, CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'fix/APP-9' };
    expect(ciReport(merge)?.taskKeys).toEqual(['fix/APP-9', 'APP-9']);
  });

  it('takes the task and the status that the pipeline names itself', () => {
    const named = { ...GITHUB, HONE_TASK: 'APP-1', HONE_CI_STATUS: 'Cancelled' };
    expect(ciReport(named)).toMatchObject({ taskKeys: ['APP-1'], status: 'cancelled' });
    expect(ciReport({ CI: '1', HONE_TASK: 'APP-1', HONE_CI_STATUS: 'failure' })).toEqual({
      provider: 'other',
      status: 'failure',
      taskKeys: ['APP-1'],
      attempt: 'other',
    });
  });

  it.each([{ JOB_STATUS: undefined }, { JOB_STATUS: '' }, { JOB_STATUS: 'maybe' }])('does not guess: %j', (more) => {
    expect(ciReport({ ...GITHUB, ...more })?.status).toBeNull();
  });

  it.each([{}, { CI: '' }, { CI: 'false' }, { GITHUB_ACTIONS: 'false' }])(
    'is null outside a pipeline: %j',
    (variables) => {
      expect(ciReport(variables)).toBeNull();
    },
  );
});
