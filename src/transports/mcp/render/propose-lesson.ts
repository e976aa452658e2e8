import type { ProposeLessonResult } from '../../../use-cases/propose-lesson.ts';
import { fenced } from '../lesson-fence.ts';
import { labelled } from '../stored-text.ts';

const STATUS = {
  created: 'Kept as a new lesson',
  confirmed: 'Confirms a lesson that was there already',
  needs_decision: 'Not kept yet: a lesson like it exists, and you must say how they relate',
  quarantined: 'Held back for a person to look at',
} as const;

export const renderProposeLesson = ({ status, lesson_id, state, related, next_step }: ProposeLessonResult): string =>
  [
    `${STATUS[status]}${lesson_id === null ? '' : `: ${lesson_id}`}${state === null ? '' : ` (${state})`}.`,
    ...(related.length === 0 ? [] : ['Related lessons.', fenced(related.map(relatedBlock))]),
    `Next: ${next_step}`,
  ].join('\n');

const relatedBlock = ({
  lesson_id,
  relation,
  similarity,
  when,
  rule,
}: ProposeLessonResult['related'][number]): string =>
  [
    `${lesson_id} (${relation}, similarity ${similarity.toFixed(2)})`,
    ...labelled('when', when),
    ...labelled('rule', rule),
  ].join('\n');
