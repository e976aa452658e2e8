import { randomSource } from '../../src/domain/statistics/random-source.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const DAYS = 70;
const TASKS_A_DAY = 6;

interface SampleOptions {
  /** The moment at which the events end, in milliseconds. */
  readonly end: number;
  readonly lessons: readonly string[];
  /** Texts of real corrections. */
  readonly corrections: readonly { readonly wrong: string; readonly right: string }[];
}

type Pick = <T>(list: readonly T[]) => T | undefined;

/** What one simulated task draws from. */
interface Lot {
  readonly random: () => number;
  readonly pick: Pick;
  readonly options: SampleOptions;
  /** How far into the ten weeks it lies, 0 to 1. */
  readonly share: number;
  readonly run: string;
  readonly at: (minutes: number) => string;
}

/**
 * Ten weeks of a simulated team, for looking at the console: fewer and fewer of its tasks need a correction. The same
 * on every call. Not a measurement of anything.
 */
export const sampleEvents = (options: SampleOptions): object[] => {
  const random = randomSource(7);
  const pick: Pick = (list) => list[Math.floor(random() * list.length)];
  const count = DAYS * TASKS_A_DAY;
  return Array.from({ length: count }, (_, task) => {
    const share = task / count;
    const start = options.end - (DAYS * DAY_MS * (1 - share) + (60 + 240 * random()) * MINUTE_MS);
    const at = (minutes: number): string => new Date(start + minutes * MINUTE_MS).toISOString();
    return taskEvents({ random, pick, options, share, run: `sample-${task}`, at }, `CURL-${1_000 + task}`);
  }).flat();
};

const taskEvents = (lot: Lot, task_key: string): object[] => {
  const { random, pick, options, share, run, at } = lot;
  const lesson = pick(options.lessons) ?? 'les_unknown';
  const shown = random() < 0.25 + 0.5 * share;
  const corrected = random() < 0.62 - 0.36 * share;
  const workflow = random() < 0.7 ? 'bugfix' : 'feature';
  return [
    { type: 'run', run, task_key, workflow, at: at(0), agent: 'claude-code' },
    recallEvent(lot, shown ? [lesson] : []),
    ...(corrected ? [correctionEvent(lot, lesson, shown)] : []),
    ...(shown ? [verdictEvent(lot, lesson)] : []),
    ...(random() < 0.96 ? [outcomeEvent(lot, corrected)] : []),
  ];
};

const recallEvent = ({ random, run, at }: Lot, lessons: readonly string[]): object => ({
  type: 'recall',
  run,
  at: at(0.1),
  path: random() < 0.97 ? 'hybrid' : 'lexical',
  decision: lessons.length > 0 ? 'deliver' : 'abstain',
  lessons,
  tokens: lessons.length > 0 ? 90 + Math.floor(180 * random()) : 0,
});

const correctionEvent = ({ random, pick, options, share, run, at }: Lot, lesson: string, shown: boolean): object => {
  const repeat = random() < 0.42 - 0.3 * share;
  const unseen = random() < 0.5 ? 'missed' : 'withheld';
  return {
    type: 'intervention',
    run,
    at: at(20 + 20 * random()),
    kind: 'correction',
    ...(pick(options.corrections) ?? { wrong: 'edited the generated file', right: 'edit its source' }),
    ...(repeat ? { repeat_of: lesson, why: shown ? 'ignored' : unseen } : {}),
  };
};

const verdictEvent = ({ random, run, at }: Lot, lesson: string): object => {
  const verdict = random() < 0.75 ? 'helpful' : 'unused';
  return { type: 'verdict', run, at: at(60), lesson, verdict, by: 'sample', source: 'human' };
};

const outcomeEvent = ({ random, run, at }: Lot, corrected: boolean): object => {
  const outcome = random() < (corrected ? 0.45 : 0.9) ? 'completed_clean' : 'completed_rewritten';
  return { type: 'outcome', run, at: at(70 + 200 * random() * (corrected ? 1.6 : 1)), outcome, source: 'ci' };
};
