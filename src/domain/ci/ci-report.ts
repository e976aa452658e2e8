import { branchKeys } from './branch-keys.ts';

/** What a pipeline says of the work on one branch, as its variables have it. */
export interface CiReport {
  readonly provider: 'github' | 'gitlab' | 'other';
  /** Null: the variables do not say how it went. */
  readonly status: 'success' | 'failure' | 'cancelled' | null;
  /** Keys of tasks that it may be about, the likeliest first. */
  readonly taskKeys: readonly string[];
  /** Where a person can read the pipeline. */
  readonly url?: string;
  /** The same for the same attempt at the same job. */
  readonly attempt: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

const STATUSES: Readonly<Record<string, NonNullable<CiReport['status']>>> = {
  success: 'success',
  failure: 'failure',
  failed: 'failure',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

/** HONE_TASK names the task where the branch does not; HONE_CI_STATUS says how it went where the provider does not. */
const report = (
  variables: Variables,
  provider: CiReport['provider'],
  facts: { branch: string | undefined; status: string | undefined; url: string; attempt: (string | undefined)[] },
): CiReport => {
  const { HONE_TASK: named, HONE_CI_STATUS: said } = variables;
  const status = (said || facts.status || '').trim().toLowerCase();
  return {
    provider,
    status: STATUSES[status] ?? null,
    taskKeys: named ? [named.trim()] : branchKeys(facts.branch ?? ''),
    ...(facts.url.startsWith('http') ? { url: facts.url } : {}),
    attempt: [provider, ...facts.attempt.map((part) => part || '-')].join(':'),
  };
};

const github = (variables: Variables): CiReport => {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB } = variables;
  return report(variables, 'github', {
    // The first is the branch of a pull request; the other one then is its merge with the target.
    branch: variables.GITHUB_HEAD_REF || variables.GITHUB_REF_NAME,
    status: variables.JOB_STATUS,
    url: `${GITHUB_SERVER_URL ?? ''}/${GITHUB_REPOSITORY ?? ''}/actions/runs/${GITHUB_RUN_ID ?? ''}`,
    attempt: [GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB],
  });
};

const gitlab = (variables: Variables): CiReport =>
  report(variables, 'gitlab', {
    branch: variables.CI_MERGE_REQUEST_SOURCE_BRANCH_NAME || variables.CI_COMMIT_REF_NAME,
    status: variables.CI_JOB_STATUS,
    url: variables.CI_PIPELINE_URL ?? '',
    attempt: [variables.CI_PIPELINE_ID, variables.CI_JOB_ID],
  });

/**
 * Reads the variables that GitHub Actions and GitLab set, and of any other CI (`CI=true`) Hone's own two.
 * Null: this is no pipeline.
 */
export const ciReport = (variables: Variables): CiReport | null => {
  if (variables.GITHUB_ACTIONS === 'true') return github(variables);
  if (variables.GITLAB_CI === 'true') return gitlab(variables);
  if (!variables.CI || variables.CI === 'false') return null;
  return report(variables, 'other', { branch: undefined, status: undefined, url: '', attempt: [] });
};
