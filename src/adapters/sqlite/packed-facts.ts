import type { CountedOutcome, CountedRecall, CountedVerdict, TaskHistory } from '../../domain/metrics/task-history.ts';
import { OUTCOME_SOURCES, OUTCOMES } from '../../domain/outcome.ts';
import { RECALL_DECISIONS, RECALL_PATHS } from '../../domain/recall.ts';
import { VERDICTS } from '../../domain/verdict.ts';

import { standing } from './standing-facts.ts';

export type Facts = Pick<TaskHistory, 'recalls' | 'outcomes' | 'interventions' | 'verdicts'>;
type Candidates = CountedRecall['candidates'];

const NOTHING: readonly never[] = Object.freeze([]);
export const NO_FACTS: Facts = { recalls: NOTHING, outcomes: NOTHING, interventions: NOTHING, verdicts: NOTHING };

/** Between the values of a fact, and between facts: no id and no time holds either. */
const BETWEEN = { values: '\u001f', facts: '\u001e', lessons: '\u001d' } as const;
const [VALUES, FACTS, LESSONS] = ['char(31)', 'char(30)', 'char(29)'];

/** A text of few values as its place among them, which is one digit. */
const coded = (column: string, values: readonly string[]): string =>
  `CASE ${column} ${values.map((value, index) => `WHEN '${value}' THEN ${index}`).join(' ')} END`;

const ofRun = (table: string, values: readonly string[], condition = ''): string =>
  `(SELECT group_concat(${values.join(` || ${VALUES} || `)}, ${FACTS}) FROM ${table}
    WHERE ${table}.project_id = run.project_id AND ${table}.run_id = run.run_id${condition})`;

/** What was shown, and, marked, what only the holdout kept from being shown. */
const CANDIDATES = `coalesce((SELECT group_concat(lesson_id || CASE WHEN cut IS NULL THEN '' ELSE ${VALUES} END, ${LESSONS})
  FROM (SELECT lesson_id, cut FROM recall_candidate
    WHERE recall_candidate.project_id = recall.project_id AND recall_candidate.recall_id = recall.recall_id
      AND (cut IS NULL OR cut = 'holdout')
    ORDER BY rank, lesson_id)), '')`;

const COLUMNS = [
  ofRun('outcome', [
    coded('outcome', OUTCOMES),
    coded('source', OUTCOME_SOURCES),
    // As a text of 17 digits, which is the number again when it is read.
    "CASE WHEN rewrite_share IS NULL THEN '' ELSE printf('%!.17g', rewrite_share) END",
    "coalesce(fallback_used, '')",
    'at',
  ]),
  ofRun('intervention', ['planned']),
  ofRun(
    'verdict',
    [coded('verdict', VERDICTS), coded('source', OUTCOME_SOURCES), 'at', 'lesson_id'],
    ` AND ${standing('verdict')}`,
  ),
  ofRun('recall', [coded('decision', RECALL_DECISIONS), coded('path', RECALL_PATHS), 'tokens', 'at', CANDIDATES]),
].join(',\n    ');

/**
 * What happened in a run as four columns of text, one a kind of fact, so that a run is one row; and back. Texts that come
 * again are kept once.
 */
export class PackedFacts {
  /** To be selected where `run` is in scope; in the order that `unpack` takes them. */
  static readonly COLUMNS = COLUMNS;
  readonly #texts = new Map<string, string>();
  readonly #candidates = new Map<string, Candidates>();

  unpack(run_id: string, [outcomes, interventions, verdicts, recalls]: readonly (string | null)[]): Facts {
    return {
      outcomes: each(outcomes, (values) => outcomeOf(run_id, values)),
      interventions: each(interventions, ([planned]) => ({ run_id, planned: planned === '1' })),
      verdicts: each(verdicts, (values) => this.#verdict(run_id, values)),
      recalls: each(recalls, (values) => this.#recall(run_id, values)),
    };
  }

  same(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }

  #verdict(run_id: string, [verdict, source, at = '', lesson = '']: readonly string[]): CountedVerdict {
    return {
      run_id,
      lesson_id: this.same(lesson),
      verdict: VERDICTS[Number(verdict)] ?? 'unused',
      source: OUTCOME_SOURCES[Number(source)] ?? 'agent',
      at,
    };
  }

  #recall(run_id: string, [decision, path, tokens, at = '', ...shown]: readonly string[]): CountedRecall {
    return {
      run_id,
      decision: RECALL_DECISIONS[Number(decision)] ?? 'degraded',
      path: RECALL_PATHS[Number(path)] ?? 'none',
      tokens: Number(tokens),
      at,
      candidates: this.#candidatesOf(shown.join(BETWEEN.values)),
    };
  }

  /** Many recalls show the same. */
  #candidatesOf(shown: string): Candidates {
    if (shown === '') return NOTHING;
    const known = this.#candidates.get(shown);
    if (known !== undefined) return known;
    const read = shown.split(BETWEEN.lessons).map((lesson) => {
      const held = lesson.endsWith(BETWEEN.values);
      return held ? ({ lesson_id: lesson.slice(0, -1), cut: 'holdout' } as const) : { lesson_id: lesson };
    });
    this.#candidates.set(shown, read);
    return read;
  }
}

const each = <T>(column: string | null | undefined, read: (values: readonly string[]) => T): readonly T[] => {
  if (column === null || column === undefined) return NOTHING;
  // Most runs have one fact of a kind.
  if (!column.includes(BETWEEN.facts)) return [read(column.split(BETWEEN.values))];
  return column.split(BETWEEN.facts).map((fact) => read(fact.split(BETWEEN.values)));
};

const outcomeOf = (run_id: string, [outcome, source, share, fallback, at = '']: readonly string[]): CountedOutcome => ({
  run_id,
  outcome: OUTCOMES[Number(outcome)] ?? 'failed',
  source: OUTCOME_SOURCES[Number(source)] ?? 'agent',
  at,
  ...(share === '' ? {} : { rewrite_share: Number(share) }),
  ...(fallback === '' ? {} : { fallback_used: fallback === '1' }),
});
