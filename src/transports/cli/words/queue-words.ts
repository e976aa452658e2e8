import type { QueueItem } from '../../../use-cases/review-queue.ts';
import type { Output } from '../output.ts';
import { counted, lessonText, line, stateWord } from './lesson-words.ts';

/** One lesson that waits for a decision, with what bears on it. */
export const queueItem = (output: Output, item: QueueItem): string =>
  [
    `${output.paint.bold(item.lesson_id)}  ${stateWord(output, item.state)}${item.organisation === true ? '  organisation-wide' : ''}  ${item.source} ${output.show(item.author)}  ${ageWord(item.age_hours)} old${reachWord(item.reach_per_week)}`,
    ...lessonText(output, { when: item.when, rule: item.rule, ...(item.why === undefined ? {} : { why: item.why }) }),
    ...item.examples.flatMap((example) => line(output, 'example', example)),
    ...item.similar.flatMap((other) =>
      line(output, other.relation, `${other.similarity.toFixed(2)} ${other.lesson_id}: ${other.rule}`),
    ),
    ...item.flags.flatMap((flag) => line(output, 'note', flag)),
  ].join('\n');

export const queueList = (output: Output, items: readonly QueueItem[], total: number): string =>
  items.length === 0
    ? 'Nothing waits for review.'
    : [
        ...items.map((item) => queueItem(output, item)),
        `${counted(items.length, total, 'lesson')} to decide: hone review accept ID… · edit · merge · reject · dispute · quarantine`,
      ].join('\n\n');

const reachWord = (runs: number): string => {
  if (runs === 0) return '';
  return runs < 1
    ? '  less than one run a week'
    : `  about ${counted(Math.round(runs), Math.round(runs), 'run')} a week`;
};

const ageWord = (hours: number): string => (hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`);
