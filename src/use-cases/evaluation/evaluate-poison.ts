import type { EvalLesson } from '../../domain/evaluation/evaluation-set.ts';
import { keywordStuffed } from '../../domain/evaluation/keyword-stuffed.ts';
import { type Answer, hitAt, mean } from '../../domain/evaluation/measures.ts';
import type { MistakeEvent } from '../../domain/evaluation/mistake-event.ts';
import { POLICIES, type Policy } from '../../domain/evaluation/policy-answers.ts';
import { type PairedDifference, pairedDifference } from '../../domain/evaluation/ranking-table.ts';
import { randomSource } from '../../domain/statistics/random-source.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Bench } from './bench.ts';
import { LessonShelf } from './lesson-shelf.ts';

export interface PoisonRow {
  /** Share of the verdicts that say the opposite; null: nobody votes. */
  readonly wrong: number | null;
  /** Share of the first five places that stuffed lessons hold, over all and in the last quarter, by policy. */
  readonly share: Readonly<Record<Policy, number>>;
  readonly last_quarter: Readonly<Record<Policy, number>>;
  /** Share of the lessons that agents were really given that are stuffed, over all and in the last quarter; null: none was given. */
  readonly delivered: number | null;
  readonly delivered_last_quarter: number | null;
  /** hit@5 of ours with and without stuffed lessons. */
  readonly hit_at_5: number;
  readonly clean_hit_at_5: number;
  /** What these verdicts do to a clean store: hit@5 with them minus without any. */
  readonly clean_change: PairedDifference;
}

export interface PoisonFigures {
  readonly lessons: number;
  readonly stuffed: number;
  readonly events: number;
  readonly seeds: readonly number[];
  readonly rows: readonly PoisonRow[];
}

const STUFFED = 60;
const SEEDS = 3;
const WRONG: readonly (number | null)[] = [null, 0, 0.2, 0.4];
const SHOWN = 5;
const TOP = 5;
/** What a lesson shown to a task is called, when the verdict is right: a stuffed one, the right one, any other one. */
const CHANCE = { stuffedHarmful: 0.3, rightHelpful: 0.7, otherHarmful: 0.05 } as const;
const DEVELOPERS = 8;
const HOUR = 3_600;

interface Played {
  readonly ours: readonly Answer[];
  /** Stuffed lessons among the first five, by policy and query. */
  readonly stuffed: Readonly<Record<Policy, readonly number[]>>;
  /** Lessons that an agent was given, and the stuffed ones among them, by query. */
  readonly given: readonly { readonly all: number; readonly stuffed: number }[];
}

/**
 * Lessons stuffed with the words of many tasks among the real ones. Each task is shown five lessons; one of eight
 * developers judges them, rightly or not; the right lesson learns the task as a trigger, as it does from corrections.
 */
export const evaluatePoison = async (
  bench: Bench,
  lessons: readonly EvalLesson[],
  events: readonly MistakeEvent[],
): Promise<PoisonFigures> => {
  const seeds = Array.from({ length: SEEDS }, (_, i) => bench.seed + i);
  // A clean store without votes is the same for every seed.
  const plays = SEEDS * WRONG.length * 2 - (SEEDS - 1);
  let played = 0;
  const tick = (done: number): void => bench.progress('poison', played * events.length + done, plays * events.length);
  const runs: Run[] = [];
  let untouched: Played | null = null;
  for (const seed of seeds) {
    const stuffed = keywordStuffed(
      STUFFED,
      events.map(({ query }) => query.text),
      seed,
    );
    for (const wrong of WRONG) {
      const scene = { bench, lessons, events, wrong, seed, tick };
      const clean: Played = untouched !== null && wrong === null ? untouched : await play({ ...scene, stuffed: [] });
      if (clean !== untouched) played += 1;
      untouched ??= clean;
      const poisoned = await play({ ...scene, stuffed });
      played += 1;
      runs.push({ wrong, clean, poisoned });
    }
  }
  return {
    lessons: lessons.length,
    stuffed: STUFFED,
    events: events.length,
    seeds,
    rows: WRONG.map((wrong) => rowOf(wrong, runs, bench.seed)),
  };
};

interface Run {
  readonly wrong: number | null;
  readonly clean: Played;
  readonly poisoned: Played;
}

interface Scene {
  readonly bench: Bench;
  readonly lessons: readonly EvalLesson[];
  readonly events: readonly MistakeEvent[];
  readonly wrong: number | null;
  readonly seed: number;
  readonly tick: (done: number) => void;
  readonly stuffed: readonly EvalLesson[];
}

const play = async ({ bench, lessons, events, wrong, seed, tick, stuffed }: Scene): Promise<Played> => {
  const shelf = new LessonShelf(bench.services, `poison ${seed} ${wrong} ${stuffed.length}`);
  await shelf.add([...lessons, ...stuffed]);
  const bad = new Set(stuffed.map(({ id }) => id));
  const random = randomSource(seed);
  const ours: Answer[] = [];
  const given: { all: number; stuffed: number }[] = [];
  const places: Record<Policy, number[]> = { recent: [], bm25: [], dense: [], ours: [] };
  for (const [done, { query }] of events.entries()) {
    const at = (done + 1) * HOUR;
    const { ranked, recall } = await shelf.ask({ ...query, at });
    ours.push({ ranked: ranked.ours, relevant: query.relevant });
    const shown = recall.lessons.map(({ lesson_id }) => lesson_id);
    given.push({ all: shown.length, stuffed: shown.filter((id) => bad.has(id)).length });
    for (const policy of POLICIES) places[policy].push(ranked[policy].slice(0, TOP).filter((id) => bad.has(id)).length);
    for (const id of ranked.ours.slice(0, SHOWN)) {
      const verdict = verdictOn(random, { bad: bad.has(id), right: query.relevant.has(id) }, wrong ?? 0);
      const by = `developer ${Math.floor(random() * DEVELOPERS)}`;
      if (verdict !== null && wrong !== null) await shelf.vote(id, { verdict, weight: 1, by, at });
    }
    for (const id of query.relevant) await shelf.addTrigger(id, query.text, at);
    tick(done + 1);
  }
  return { ours, stuffed: places, given };
};

const OPPOSITE = { helpful: 'harmful', harmful: 'helpful' } as const;

/** Three numbers are drawn in any case, so that runs with more wrong verdicts differ in nothing else. */
const verdictOn = (
  random: () => number,
  lesson: { bad: boolean; right: boolean },
  wrong: number,
): Extract<Verdict, 'helpful' | 'harmful'> | null => {
  const [said, turned] = [random(), random() < wrong];
  const verdict = lesson.right ? 'helpful' : 'harmful';
  const other = lesson.bad ? CHANCE.stuffedHarmful : CHANCE.otherHarmful;
  if (said >= (lesson.right ? CHANCE.rightHelpful : other)) return null;
  return turned ? OPPOSITE[verdict] : verdict;
};

const rowOf = (wrong: number | null, runs: readonly Run[], seed: number): PoisonRow => {
  const own = runs.filter((run) => run.wrong === wrong);
  const silent = runs.filter((run) => run.wrong === null).flatMap(({ clean }) => clean.ours);
  const clean = own.flatMap((run) => run.clean.ours);
  const poisoned = own.flatMap((run) => run.poisoned.ours);
  return {
    wrong,
    share: shareOf(own, 0),
    last_quarter: shareOf(own, 0.75),
    delivered: givenShare(own, 0),
    delivered_last_quarter: givenShare(own, 0.75),
    hit_at_5: mean(poisoned.map(hitAt(TOP))),
    clean_hit_at_5: mean(clean.map(hitAt(TOP))),
    clean_change: pairedDifference(clean, silent, hitAt(TOP), seed),
  };
};

/** Of the first five places, from this share of the queries on. */
const shareOf = (runs: readonly Run[], from: number): Record<Policy, number> => {
  const of = (policy: Policy): number =>
    mean(
      runs.flatMap(({ poisoned: { stuffed } }) =>
        stuffed[policy].slice(Math.floor(from * stuffed[policy].length)).map((places) => places / TOP),
      ),
    );
  return { recent: of('recent'), bm25: of('bm25'), dense: of('dense'), ours: of('ours') };
};

/** Of the lessons given, from this share of the queries on. */
const givenShare = (runs: readonly Run[], from: number): number | null => {
  const given = runs.flatMap(({ poisoned }) => poisoned.given.slice(Math.floor(from * poisoned.given.length)));
  const all = given.reduce((sum, one) => sum + one.all, 0);
  return all === 0 ? null : given.reduce((sum, one) => sum + one.stuffed, 0) / all;
};
