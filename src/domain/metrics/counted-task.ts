import type { Id } from '../ids.ts';
import type { Correction } from '../intervention.ts';
import type { Outcome } from '../outcome.ts';
import { RECALL_PATHS, type RecallPath } from '../recall.ts';
import type { Task } from '../run.ts';
import type { Verdict } from '../verdict.ts';
import { wronglyAbstained } from './abstention.ts';
import { countedOutcome, type Ending, endingOf, latestOutcome } from './confirmed-outcome.ts';
import { exposuresOf } from './exposures.ts';
import type { CountedRecall, CountedVerdict, TaskHistory } from './task-history.ts';

/**
 * A task in numbers: what every metric of a window is computed from. A history is counted while it is read and then
 * forgotten, so that a hundred thousand runs are small.
 */
export interface CountedTask {
  readonly task: Pick<Task, 'task_id' | 'workflow' | 'started_at' | 'arm' | 'drawn_in'>;
  readonly startedMs: number;
  readonly runs: number;
  /** Runs in which a person stepped in unplanned. */
  readonly runsSteppedIn: number;
  /** Runs that used their fallback, or whose recall took another path than the first. */
  readonly runsFallenBack: number;
  readonly unplanned: number;
  readonly planned: number;
  readonly looped: boolean;
  /** By the latest outcome from CI or a person. */
  readonly confirmed: Ending | null;
  readonly agentSays: Outcome | null;
  /** The path of each recall. */
  readonly recalls: readonly RecallPath[];
  readonly abstained: number;
  /** Of those, when a person then said what a served lesson said already. */
  readonly wronglyAbstained: number;
  readonly tokens: number;
  /** Exposures with a verdict, and which verdict that was. */
  readonly judged: number;
  readonly helpful: number;
  readonly harmful: number;
  /** What each recall showed (not `cut`) that showed any, and when. */
  readonly shown: readonly { readonly candidates: CountedRecall['candidates']; readonly atMs: number }[];
  readonly corrections: readonly Correction[];
}

const NOTHING: readonly never[] = Object.freeze([]);
/** Most tasks have one recall: those that took the same path share their list. */
const ALONE = new Map(RECALL_PATHS.map((path) => [path, Object.freeze([path])]));

const pathsOf = (recalls: readonly CountedRecall[]): readonly RecallPath[] => {
  const [first] = recalls;
  if (first === undefined) return NOTHING;
  return recalls.length === 1 ? (ALONE.get(first.path) ?? NOTHING) : recalls.map(({ path }) => path);
};

/** As `filter`, without a list for the many that have none. */
const some = <T>(list: readonly T[], holds: (one: T) => boolean): readonly T[] =>
  list.some(holds) ? list.filter(holds) : NOTHING;

const shownOf = (recalls: readonly CountedRecall[]): CountedTask['shown'] => {
  const showing = some(recalls, ({ candidates }) => candidates.some(({ cut }) => cut === undefined));
  return showing.length === 0 ? NOTHING : showing.map(({ candidates, at }) => ({ candidates, atMs: Date.parse(at) }));
};

/** In how many runs there was one of these facts. */
const runsOf = (facts: readonly { readonly run_id?: Id }[]): number =>
  facts.length < 2 ? facts.length : new Set(facts.map((one) => one.run_id)).size;

const judgements = (history: TaskHistory): Pick<CountedTask, 'judged' | 'helpful' | 'harmful'> => {
  let [judged, helpful, harmful] = [0, 0, 0];
  for (const verdict of verdictsOf(history)) {
    judged += 1;
    if (verdict === 'helpful') helpful += 1;
    if (verdict === 'harmful') harmful += 1;
  }
  return { judged, helpful, harmful };
};

/** The verdict of each exposure that has one. Most tasks have at most one verdict: those need no list of exposures. */
const verdictsOf = (history: TaskHistory): readonly Verdict[] => {
  const [only, another] = history.verdicts;
  if (only === undefined) return NOTHING;
  if (another === undefined) return wasShown(history, only) ? [only.verdict] : NOTHING;
  return exposuresOf(history).flatMap(({ verdict }) => (verdict === null ? [] : [verdict]));
};

const wasShown = ({ recalls }: TaskHistory, { run_id, lesson_id }: CountedVerdict): boolean =>
  recalls.some(
    (recall) =>
      recall.run_id === run_id && recall.candidates.some((one) => one.lesson_id === lesson_id && one.cut === undefined),
  );

const agentSays = ({ outcomes }: TaskHistory): Outcome | null => {
  if (outcomes.every((one) => one.source !== 'agent')) return null;
  const report = latestOutcome(outcomes.filter((one) => one.source === 'agent'));
  return report === null ? null : countedOutcome(report);
};

/** The numbers of one history, whose facts are all of its own runs. Their order changes none of them. */
export const countedTask = (history: TaskHistory): CountedTask => {
  const { task, runs, recalls, interventions, outcomes, corrections, looped } = history;
  const unplanned = interventions.length === 0 ? NOTHING : interventions.filter((one) => !one.planned);
  const fellBack = some(outcomes, (one) => one.fallback_used === true);
  const otherPath = some(recalls, (one) => one.path !== RECALL_PATHS[0]);
  const { judged, helpful, harmful } = judgements(history);
  let [tokens, abstained] = [0, 0];
  for (const recall of recalls) {
    tokens += recall.tokens;
    if (recall.decision === 'abstain') abstained += 1;
  }
  return {
    task,
    startedMs: Date.parse(task.started_at),
    runs: runs.length,
    runsSteppedIn: runsOf(unplanned),
    runsFallenBack: runsOf(otherPath.length === 0 ? fellBack : [...fellBack, ...otherPath]),
    unplanned: unplanned.length,
    planned: interventions.length - unplanned.length,
    looped,
    confirmed: endingOf(outcomes),
    agentSays: agentSays(history),
    recalls: pathsOf(recalls),
    abstained,
    wronglyAbstained: wronglyAbstained(history),
    tokens,
    judged,
    helpful,
    harmful,
    shown: shownOf(recalls),
    corrections: corrections.length === 0 ? NOTHING : corrections,
  };
};
