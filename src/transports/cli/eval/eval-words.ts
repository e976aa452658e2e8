import type { RankingTable } from '../../../domain/evaluation/ranking-table.ts';
import type { AbstentionFigures } from '../../../use-cases/evaluation/evaluate-abstention.ts';
import type { LearningFigures } from '../../../use-cases/evaluation/evaluate-learning.ts';
import type { PoisonFigures } from '../../../use-cases/evaluation/evaluate-poison.ts';
import type { ReplayFigures } from '../../../use-cases/evaluation/evaluate-replay.ts';
import { markdownTable, percent, points } from './markdown-table.ts';
import type { RetrievalReport } from './play-evaluation.ts';

const RANKING = ['policy', 'hit@1', 'hit@3', 'hit@5', 'MRR', 'nDCG@10'] as const;

const rankingWords = ({ set, n, rows, gain }: RankingTable, title = set): string =>
  [
    `### ${title} (n = ${n})`,
    '',
    markdownTable(
      RANKING,
      rows.map((row) => [
        row.policy,
        ...[row.hit_at_1, row.hit_at_3, row.hit_at_5, row.mrr, row.ndcg_at_10].map(percent),
      ]),
    ),
    '',
    `Ours minus BM25, MRR: ${points(gain)}.`,
  ].join('\n');

export const retrievalWords = ({ sets, reme }: RetrievalReport): string =>
  [
    ...sets.map((one) =>
      [
        rankingWords(one),
        `Shown to the agent (at most 3, only sure ones): ${percent(one.shown)} %; ${one.tokens?.toFixed(0) ?? '–'} tokens an answer; path ${one.path}.`,
      ].join('\n'),
    ),
    ...(reme === null
      ? []
      : [
          [
            `### reme, mean of ${reme.tasks} tasks`,
            '',
            markdownTable(
              ['policy', 'nDCG@10'],
              [
                ...reme.ndcg_at_10.map(({ policy, value }) => [policy, percent(value)]),
                ['textbook BM25 (checks the harness; published: 57.3)', percent(reme.textbook_bm25)],
              ],
            ),
          ].join('\n'),
        ]),
  ].join('\n\n');

export const replayWords = (figures: readonly ReplayFigures[]): string =>
  figures
    .map((one) =>
      [
        rankingWords(one, `${one.set}, linked corrections of at least ${one.min_age_days} days`),
        `Repeat mistakes (n = ${one.earlier.n}): lesson shown ${percent(one.earlier.shown)} %, withheld ${percent(one.earlier.withheld)} %, missed ${percent(one.earlier.missed)} %. Whether an agent heeds what it is shown is not tested.`,
        ...(one.first.n === 0
          ? []
          : [
              `First of their kind by the links (n = ${one.first.n}): something was shown for ${percent(one.first.shown_something)} %.`,
            ]),
      ].join('\n'),
    )
    .join('\n\n');

export const learningWords = ({ tables, gains, curve }: LearningFigures): string =>
  [
    ...tables.map((one) => rankingWords(one, `${one.set}, ${one.learning ? 'with' : 'without'} learning`)),
    [
      '### What learning adds, hit@5 of ours',
      '',
      ...gains.map(({ set, n, hit_at_5 }) => `- ${set} (n = ${n}): ${points(hit_at_5)}`),
    ].join('\n'),
    [
      '### Learning curve: hit@5 by number of earlier occurrences',
      '',
      markdownTable(
        ['earlier', 'n', 'recent', 'bm25', 'dense', 'ours, static', 'ours, learned'],
        curve.map((point) => [
          point.earlier,
          String(point.n),
          ...[point.recent, point.bm25, point.dense, point.fixed, point.learned].map(percent),
        ]),
      ),
    ].join('\n'),
  ].join('\n\n');

export const poisonWords = ({ lessons, stuffed, events, seeds, rows }: PoisonFigures): string =>
  [
    `### ${stuffed} stuffed lessons among ${lessons} (${events} tasks, seeds ${seeds.join(', ')})`,
    '',
    'Share of the first five places that stuffed lessons hold, overall and in the last quarter of the tasks, and of the lessons that agents were given, in percent.',
    '',
    markdownTable(
      [
        'wrong verdicts',
        'recent',
        'bm25',
        'dense',
        'ours',
        'ours, last quarter',
        'given',
        'given, last quarter',
        'hit@5',
        'hit@5 clean',
      ],
      rows.map((row) => [
        row.wrong === null ? 'nobody votes' : `${Math.round(100 * row.wrong)} %`,
        ...[row.share.recent, row.share.bm25, row.share.dense, row.share.ours, row.last_quarter.ours].map(percent),
        percent(row.delivered),
        percent(row.delivered_last_quarter),
        percent(row.hit_at_5),
        percent(row.clean_hit_at_5),
      ]),
    ),
    '',
    ...rows.flatMap((row) =>
      row.wrong === null
        ? []
        : [`- ${Math.round(100 * row.wrong)} % wrong: a clean store changes by ${points(row.clean_change)}, hit@5.`],
    ),
  ].join('\n');

export const abstentionWords = (figures: readonly AbstentionFigures[]): string =>
  figures
    .map(({ set, n, rows, delivered_right, false_alarms }) =>
      [
        `### ${set} (n = ${n}, each with and without its lesson)`,
        '',
        markdownTable(
          ['policy', 'AUROC exists', 'AUROC right', 'kept at 15 %', 'P@1 at 10 %', '25 %', '50 %', '100 %'],
          rows.map((row) => [
            row.policy,
            row.auroc_exists?.toFixed(3) ?? '–',
            row.auroc_right?.toFixed(3) ?? '–',
            percent(row.kept_at_15),
            ...row.precision_at_coverage.map(percent),
          ]),
        ),
        '',
        `At the product's threshold: right lesson shown for ${percent(delivered_right)} %, something shown without one for ${percent(false_alarms)} %.`,
      ].join('\n'),
    )
    .join('\n\n');
