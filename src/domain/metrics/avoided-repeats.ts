import type { Estimate } from '../estimate.ts';
import type { Cluster } from '../statistics/clustered-rate.ts';
import { noEstimate } from '../statistics/interval.ts';
import { stratifiedRateDifference } from '../statistics/stratified-rate-difference.ts';
import type { CountedTask } from './counted-task.ts';

/** Both arms of one drawing. */
export interface ArmTasks {
  readonly memory: readonly CountedTask[];
  readonly holdout: readonly CountedTask[];
}

const METHOD = 'tokens a task ÷ repeats avoided a task, 95 % of the latter';

const repeats = ({ corrections }: CountedTask): Cluster => ({
  numerator: corrections.filter((one) => one.match === 'repeat' && one.repeat_why !== 'unreviewed').length,
  denominator: 1,
});

const tokensOf = (tasks: readonly CountedTask[]): number => tasks.reduce((sum, { tokens }) => sum + tokens, 0);

/** M11: tokens put into contexts for each repeat that memory avoided; no number while none is shown to be avoided. */
export const tokensPerAvoidedRepeat = (strata: readonly ArmTasks[]): Estimate => {
  const avoided = stratifiedRateDifference(
    strata.map(({ memory, holdout }) => ({ a: holdout.map(repeats), b: memory.map(repeats) })),
  );
  const memory = strata.flatMap((stratum) => stratum.memory);
  const { value, low, high, n } = avoided;
  if (value === null || value <= 0 || memory.length === 0) return { ...noEstimate(METHOD), n };
  const tokens = tokensOf(memory) / memory.length;
  return {
    value: tokens / value,
    n,
    low: high === null ? null : tokens / high,
    // Perhaps none was avoided: then the price has no upper end.
    high: low === null || low <= 0 ? null : tokens / low,
    method: METHOD,
  };
};
