import { hitAt, mean } from '../../domain/evaluation/measures.ts';
import type { MistakeEvent } from '../../domain/evaluation/mistake-event.ts';
import {
  answersTo,
  noAnswers,
  POLICIES,
  type Policy,
  type PolicyAnswers,
} from '../../domain/evaluation/policy-answers.ts';
import {
  type PairedDifference,
  pairedDifference,
  type RankingTable,
  rankingTable,
} from '../../domain/evaluation/ranking-table.ts';
import type { Bench } from './bench.ts';
import { LessonShelf } from './lesson-shelf.ts';

/** hit@5 of mistakes that were met so many times before. */
export interface CurvePoint {
  readonly earlier: string;
  readonly n: number;
  readonly learned: number | null;
  readonly fixed: number | null;
  readonly bm25: number | null;
  readonly dense: number | null;
  readonly recent: number | null;
}

export interface LearningFigures {
  /** Same lessons, same queries: without triggers, and with each confirmed task as one. */
  readonly tables: readonly (RankingTable & { readonly learning: boolean })[];
  readonly gains: readonly { readonly set: string; readonly n: number; readonly hit_at_5: PairedDifference }[];
  readonly curve: readonly CurvePoint[];
}

interface Played {
  readonly answers: PolicyAnswers;
  /** The file was not seen before for this lesson. */
  readonly hard: readonly boolean[];
  readonly earlier: readonly number[];
}

/** From so many earlier occurrences, to the next one's beginning. */
const STEPS = [1, 2, 3, 5, 8] as const;

/**
 * Mistakes in the order of time. The first of its kind makes the lesson; each later one is a query, after which the lesson
 * learns the query as a trigger (or does not, for comparison).
 */
export const evaluateLearning = async (bench: Bench, events: readonly MistakeEvent[]): Promise<LearningFigures> => {
  const fixed = await play(bench, events, false);
  const learned = await play(bench, events, true);
  const splits: readonly (readonly [string, (i: number) => boolean])[] = [
    ['all recurrences', () => true],
    ['in a file not seen for the lesson (hard)', (i) => fixed.hard[i] === true],
    ['in a file seen for the lesson (easy)', (i) => fixed.hard[i] === false],
  ];
  return {
    tables: splits.flatMap(([set, keep]) =>
      [fixed, learned].map((played) => ({
        ...rankingTable(set, answersTo(played.answers, keep), bench.seed),
        learning: played === learned,
      })),
    ),
    gains: splits.map(([set, keep]) => {
      const [after, before] = [answersTo(learned.answers, keep).ours, answersTo(fixed.answers, keep).ours];
      return { set, n: after.length, hit_at_5: pairedDifference(after, before, hitAt(5), bench.seed) };
    }),
    curve: curveOf(fixed, learned),
  };
};

const play = async (bench: Bench, events: readonly MistakeEvent[], learn: boolean): Promise<Played> => {
  const shelf = new LessonShelf(bench.services, learn ? 'learned' : 'static');
  const seen = new Map<string, { files: Set<string>; count: number }>();
  const answers = noAnswers();
  const hard: boolean[] = [];
  const earlier: number[] = [];
  for (const [done, { query, lesson, file }] of events.entries()) {
    const known = seen.get(lesson.id);
    if (known === undefined) {
      await shelf.add([lesson]);
      seen.set(lesson.id, { files: new Set([file]), count: 1 });
    } else {
      const { ranked } = await shelf.ask(query);
      for (const policy of POLICIES) answers[policy].push({ ranked: ranked[policy], relevant: query.relevant });
      hard.push(!known.files.has(file));
      earlier.push(known.count);
      known.files.add(file);
      known.count += 1;
    }
    if (learn) await shelf.addTrigger(lesson.id, query.text, query.at);
    bench.progress(learn ? 'with learning' : 'without learning', done + 1, events.length);
  }
  return { answers, hard, earlier };
};

const curveOf = (fixed: Played, learned: Played): CurvePoint[] =>
  STEPS.map((from, step) => {
    const next = STEPS[step + 1] ?? Number.POSITIVE_INFINITY;
    const keep = (i: number): boolean => (fixed.earlier[i] ?? 0) >= from && (fixed.earlier[i] ?? 0) < next;
    const hit = (played: Played, policy: Policy): number | null => {
      const answers = answersTo(played.answers, keep)[policy];
      return answers.length === 0 ? null : mean(answers.map(hitAt(5)));
    };
    return {
      earlier: labelOf(from, next),
      n: answersTo(fixed.answers, keep).ours.length,
      learned: hit(learned, 'ours'),
      fixed: hit(fixed, 'ours'),
      bm25: hit(fixed, 'bm25'),
      dense: hit(fixed, 'dense'),
      recent: hit(fixed, 'recent'),
    };
  });

const labelOf = (from: number, next: number): string => {
  if (next === Number.POSITIVE_INFINITY) return `${from}+`;
  return next === from + 1 ? String(from) : `${from}–${next - 1}`;
};
