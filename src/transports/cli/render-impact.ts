import type { LessonVerdict } from '../../domain/metrics/lesson-verdict.ts';
import type { LessonImpact } from '../../use-cases/lesson-impact.ts';
import { textTable } from './charts/text-table.ts';
import { intervalWords, METRIC_WORDS, valueWords } from './metric-words.ts';
import type { Output } from './output.ts';

const WORDS: Record<LessonVerdict, string> = {
  does_harm: 'does harm',
  is_ignored: 'is ignored',
  prevents_repeats: 'prevents repeats',
  not_needed: 'not needed',
  too_few: 'too few to judge',
};

const RULE_CELLS = 40;

const shortened = (text: string): string => (text.length <= RULE_CELLS ? text : `${text.slice(0, RULE_CELLS - 1)}…`);

const summary = ({ lessons }: LessonImpact): string => {
  if (lessons.length === 0) return 'No lesson was served or shown in this time.';
  const counts = Object.entries(WORDS)
    .map(([verdict, words]) => [words, lessons.filter((lesson) => lesson.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0);
  return `${lessons.length} lesson${lessons.length === 1 ? '' : 's'}: ${counts.map(([words, count]) => `${count} ${words}`).join(', ')}.`;
};

/** Against tasks of the holdout that would have been shown it. */
const liftCell = ({ lift }: LessonImpact['lessons'][number]): string => {
  const { formatChange } = METRIC_WORDS.completion_without_rewrite;
  return lift === null
    ? '–'
    : `${valueWords(lift, formatChange)} (${intervalWords(lift, formatChange)}, n = ${lift.n})`;
};

const table = ({ lessons }: LessonImpact, show: Output['show']): string => {
  const { format } = METRIC_WORDS.lesson_precision;
  const compared = lessons.some((lesson) => lesson.lift !== null);
  const rows = lessons.map((lesson) => [
    WORDS[lesson.verdict],
    shortened(show(lesson.rule)),
    String(lesson.exposures),
    String(lesson.helpful),
    String(lesson.harmful),
    String(lesson.ignored),
    String(lesson.unused),
    String(lesson.repeats_after),
    lesson.effect === null ? '–' : `${valueWords(lesson.effect, format)} (${intervalWords(lesson.effect, format)})`,
    ...(compared ? [liftCell(lesson)] : []),
    String(lesson.tokens),
    lesson.lesson_id,
  ]);
  const right = (title: string) => ({ title, align: 'right' as const });
  const columns = [
    { title: 'verdict' },
    { title: 'rule' },
    ...[
      'shown',
      'helped',
      'harmed',
      'ignored',
      'unused',
      'repeats',
      'helpful, 95 %',
      ...(compared ? ['completion with it, points'] : []),
      'tokens',
    ].map(right),
    { title: 'id' },
  ];
  return textTable(columns, rows);
};

const uncovered = ({ uncovered: found }: LessonImpact, show: Output['show']): string[] =>
  found.length === 0
    ? []
    : [
        '',
        'Corrected, and said by no served lesson:',
        ...found.map(({ example, corrections }) => `  ${corrections} × ${show(example)}`),
      ];

/** What became of each lesson, those that need a person first. */
export const renderImpact = (impact: LessonImpact, { show }: Pick<Output, 'show'>): string =>
  [summary(impact), ...(impact.lessons.length === 0 ? [] : ['', table(impact, show)]), ...uncovered(impact, show)].join(
    '\n',
  );
