import type { CiReport } from '../../domain/ci/ci-report.ts';
import { outcomeOfPipeline } from '../../domain/ci/outcome-of-pipeline.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { findRunOfKeys } from '../../use-cases/find-run-of-keys.ts';
import { measureRewrite, type Rewrite } from '../../use-cases/measure-rewrite.ts';
import type { RecordOutcomeInput } from '../../use-cases/record-outcome.ts';
import { runIdOf } from '../../use-cases/show-run.ts';
import type { CliContext } from './context.ts';
import { UsageError } from './usage-error.ts';

export interface OutcomeOptions {
  readonly outcome?: Outcome;
  readonly source?: 'ci' | 'human';
  readonly fromCi?: boolean;
  readonly fromGit?: string;
  readonly agent?: string[];
  readonly rewriteShare?: number;
  readonly fallbackUsed?: boolean;
  readonly error?: string;
  readonly note?: string;
  readonly verdict?: { lesson_id: string; verdict: Verdict }[];
}

/** What was typed, filled in from the pipeline and from git where that was asked for. */
export interface OutcomeInput {
  /** Null: no task of this store belongs to the pipeline's branch. */
  readonly input: RecordOutcomeInput | null;
  readonly ci: CiReport | null;
  readonly rewrite: Rewrite | null;
}

/** @throws HoneError INVALID_INPUT where something is missing that neither was typed nor can be read. */
export const outcomeInput = async (
  context: CliContext,
  run: string | undefined,
  options: OutcomeOptions,
): Promise<OutcomeInput> => {
  const ci = options.fromCi ? pipeline((await context.connection()).ci) : null;
  const outcome = outcomeOf(options, ci);
  const [services, { project }] = [await context.services(), await context.caller()];
  const run_id =
    run === undefined ? await findRunOfKeys(services, project, keysOf(ci)) : await runIdOf(services, project, run);
  if (run_id === null) return { input: null, ci, rewrite: null };
  const rewrite = await rewriteOf(context, options);
  const note = [options.note, ci?.url, rewrite === null ? undefined : rewriteNote(rewrite)].filter(
    (part) => part !== undefined,
  );
  const input = {
    run_id,
    outcome,
    source: options.source ?? (ci === null ? 'human' : 'ci'),
    rewrite_share: rewrite?.share ?? options.rewriteShare,
    fallback_used: options.fallbackUsed,
    error: options.error,
    note: note.length === 0 ? undefined : note.join('\n'),
    verdicts: options.verdict,
    idempotency_key: ci === null || ci.provider === 'other' ? undefined : `${ci.attempt}:${outcome}`.slice(0, 200),
  } as const;
  return { input, ci, rewrite };
};

const pipeline = (ci: CiReport | null): CiReport => {
  if (ci !== null) return ci;
  throw new UsageError(
    'This is no pipeline: neither GITHUB_ACTIONS, GITLAB_CI nor CI is set.',
    'Name task and outcome yourself. Example: hone outcome APP-7 --outcome completed_clean',
  );
};

const keysOf = (ci: CiReport | null): readonly string[] => {
  if (ci === null) {
    throw new UsageError('No run was named.', 'Example: hone outcome APP-7 --outcome completed_clean');
  }
  if (ci.taskKeys.length > 0) return ci.taskKeys;
  throw new UsageError('The variables of the pipeline name no branch.', 'Set HONE_TASK to the key of the task.');
};

const outcomeOf = ({ outcome, fromGit }: OutcomeOptions, ci: CiReport | null): Outcome => {
  const found = outcome ?? (ci === null ? null : outcomeOfPipeline(ci));
  if (found !== null) return found;
  if (ci?.status === 'cancelled') {
    throw new UsageError('The pipeline was cancelled, which says nothing of the work.', 'Run it again.');
  }
  if (ci !== null) {
    throw new UsageError(
      'The variables of the pipeline do not say how it went.',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to be pasted into a pipeline
      'Set HONE_CI_STATUS to success or failure; in GitHub Actions: HONE_CI_STATUS: ${{ job.status }}',
    );
  }
  if (fromGit !== undefined) return 'completed_clean';
  throw new UsageError('No outcome was given.', 'Example: hone outcome APP-7 --outcome completed_clean');
};

const rewriteOf = async (
  context: CliContext,
  { fromGit, agent, rewriteShare }: OutcomeOptions,
): Promise<Rewrite | null> => {
  if (fromGit === undefined) return null;
  if (rewriteShare !== undefined) {
    throw new UsageError('--rewrite-share and --from-git say the same.', 'Leave one of them out.');
  }
  const history = await (await context.connection()).codeHistory();
  return measureRewrite(history, { range: fromGit, ...(agent === undefined ? {} : { agents: agent }) });
};

const rewriteNote = ({ replaced_lines, agent_lines }: Rewrite): string =>
  `rewrite share from git: ${replaced_lines} of ${agent_lines} lines of agents`;
