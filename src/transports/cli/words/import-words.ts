import type { ImportEventsResult } from '../../../use-cases/import-events.ts';
import type { ImportReport } from '../import-file.ts';
import type { Output } from '../output.ts';

/** What became of each part of a file with lessons. */
export const importWords = (output: Output, report: ImportReport): string => {
  const { paint, show } = output;
  const done = report.dry_run ? 'would be created' : report.accepted ? 'created and active' : 'created, to be reviewed';
  const counted = report.format === 'reviews';
  const lines = report.items
    .filter(
      (item) => (item.status !== 'created' || item.reason !== undefined) && !(counted && item.status === 'skipped'),
    )
    .map((item) => {
      const id = item.lesson_id ?? '';
      const what = [show(item.when ?? ''), item.reason ?? ''].filter((part) => part !== '').join(': ');
      return `${report.place} ${item.line}  ${paint.bold(item.status)}  ${[id, what].filter(Boolean).join('  ')}`;
    });
  const next = report.created > 0 && !report.accepted && !report.dry_run ? ['Decide with: hone review'] : [];
  const held = report.quarantined === 0 ? '' : `${report.quarantined} held by a guard, `;
  const hidden = report.hidden === 0 ? [] : [`${report.hidden} hidden characters were found; see the lines below.`];
  return [
    `${report.created} ${done}, ${held}${report.confirmed} known already, ${report.refused} refused, ${report.skipped} without a lesson.`,
    ...hidden,
    ...(counted ? skippedWords(report) : []),
    ...lines,
    ...next,
  ].join('\n');
};

/** Most comments of a review are no corrections: they are counted by reason, and named one by one with `--json`. */
const skippedWords = ({ items }: ImportReport): string[] => {
  const counts = new Map<string, number>();
  for (const { status, reason = '' } of items) {
    if (status === 'skipped') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.length === 0
    ? []
    : ['Left out:', ...sorted.map(([reason, count]) => `${String(count).padStart(6)}  ${reason}`)];
};

export const eventWords = (_output: Output, result: ImportEventsResult): string => {
  const added = Object.entries(result.added).filter(([, count]) => count > 0);
  const counts = added.length === 0 ? 'nothing new' : added.map(([type, count]) => `${count} ${type}`).join(', ');
  return [
    `${result.dry_run ? 'Would add' : 'Added'}: ${counts}. ${result.already} of ${result.lines} lines were known already.`,
    ...(result.unknown_lessons === 0
      ? []
      : [`${result.unknown_lessons} lesson ids are not of this store; they are kept as references.`]),
    ...result.refused.map(({ line, reason }) => `line ${line}  refused  ${reason}`),
  ].join('\n');
};
