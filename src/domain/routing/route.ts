import { calibrate, calibrated, type Label } from './calibration.ts';
import { ROUTING } from './constants.ts';
import { type ExampleIndex, type RoutedText, rankWorkflows } from './similarity.ts';

export interface RouteOption {
  readonly workflow: string;
  /** Calibrated probability that it is the right one, 0 to 1. */
  readonly confidence: number;
}

/** What the texts say of a task: one workflow, several to choose from, or none. Best first. */
export interface Route {
  readonly decision: 'proceed' | 'clarify' | 'none';
  readonly options: readonly RouteOption[];
  /** Null while too few confirmed tasks stand behind the confidence. */
  readonly confidence: number | null;
  readonly labels: number;
}

type Ranking = readonly { workflow: string; score: number }[];

/** Log-odds of one workflow: its similarity, and its lead over the best other one or over having no workflow at all. */
const logitOf = (ranking: Ranking, at: number, dense: boolean): number => {
  const { bias, score, margin } = dense ? ROUTING.dense : ROUTING.lexical;
  const own = ranking[at]?.score ?? 0;
  const other = ranking[at === 0 ? 1 : 0]?.score ?? 0;
  return bias + score * own + margin * (own - Math.max(other, floorOf(dense)));
};

const floorOf = (dense: boolean): number => (dense ? ROUTING.floor.dense : ROUTING.floor.lexical);

/**
 * Each confirmed task asked about as if it were not known: whether the nearest workflow would have been right. Examples of
 * the file are no tasks: who writes them makes them differ on purpose.
 */
const labelsOf = (index: ExampleIndex, dense: boolean): Label[] =>
  index.texts
    .filter(({ source, vector }) => source === 'task' && (vector !== null) === dense)
    .slice(0, ROUTING.mostLabels)
    .map((text) => {
      const ranking = rankWorkflows(index, text, text);
      return { logit: logitOf(ranking, 0, dense), right: ranking[0]?.workflow === text.workflow };
    });

/**
 * Which workflow a task belongs to. The confidence is calibrated on the project's own confirmed tasks, each asked about
 * without itself; it rests on similarity and on the lead over the next workflow, so a task between two of them is asked
 * about and never guessed.
 */
export const routeTask = (index: ExampleIndex, task: RoutedText): Route => {
  const dense = task.vector !== null && index.texts.some((one) => one.vector !== null);
  const calibration = calibrate(labelsOf(index, dense));
  const ranking = rankWorkflows(index, task);
  const fitting = ranking.filter(({ score }) => score >= floorOf(dense));
  const options = fitting.slice(0, ROUTING.options).map(({ workflow }, at) => ({
    workflow,
    confidence: calibrated(calibration, logitOf(ranking, at, dense)),
  }));
  const best = options[0]?.confidence ?? 0;
  return {
    decision: options.length === 0 ? 'none' : best >= ROUTING.proceed ? 'proceed' : 'clarify',
    options,
    confidence: calibration.labels >= ROUTING.labels ? best : null,
    labels: calibration.labels,
  };
};
