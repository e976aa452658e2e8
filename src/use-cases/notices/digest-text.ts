import type { Estimate } from '../../domain/estimate.ts';
import type { Digest } from '../daily-digest.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

const withInterval = ({ value, low, high }: Estimate): string =>
  value === null
    ? ''
    : ` (${percent(value)}${low === null || high === null ? '' : `, 95 % interval ${percent(low)} to ${percent(high)}`})`;

/** A digest in a few plain lines, for a mail or a chat. */
export const digestText = (digest: Digest): string => {
  const { runs, tasks, runs_with_intervention: intervened, repeated_corrections: repeats, lessons, waiting } = digest;
  const stepped = Math.round((intervened.value ?? 0) * intervened.n);
  const again = Math.round((repeats.value ?? 0) * repeats.n);
  const lines = [
    runs === 0
      ? 'No agent ran.'
      : `${many(runs, 'run')} of ${many(tasks, 'task')}; people stepped into ${stepped} of ${intervened.n}${withInterval(intervened)}.`,
    repeats.n === 0
      ? 'No corrections.'
      : `${many(repeats.n, 'correction')}, ${again} of something that was known${withInterval(repeats)}.`,
    `Lessons: ${lessons.proposed} proposed, ${lessons.accepted} accepted, ${lessons.left} retired or replaced.`,
    `Waiting: ${waitingWords(waiting)}.`,
    ...(digest.drift_alarm ? ['Alarm: more tasks than usual are not completed clean.'] : []),
    `30 days: ${digest.verdict}`,
  ];
  return lines.join('\n');
};

const waitingWords = ({ review, oldest_review_hours, checkpoints, trials_due }: Digest['waiting']): string => {
  const age = oldest_review_hours === null ? '' : `, the oldest for ${ageWords(oldest_review_hours)}`;
  const parts = [
    ...(review === 0 ? [] : [`${many(review, 'lesson')} for review${age}`]),
    ...(checkpoints === 0 ? [] : [many(checkpoints, 'question')]),
    ...trials_due.map((workflow) => `the look at the trial of ${workflow}`),
  ];
  return parts.length === 0 ? 'nothing' : parts.join('; ');
};

const ageWords = (hours: number): string =>
  hours < 48 ? many(Math.round(hours), 'hour') : many(Math.round(hours / 24), 'day');
