import type { GetLessonResult } from '../../../use-cases/get-lesson.ts';
import type { Output } from '../output.ts';
import { counted, lessonHead, lessonText, line, stateWord } from './lesson-words.ts';

/** One lesson with all that is known of it. */
export const lessonRecord = (output: Output, lesson: GetLessonResult): string =>
  [
    lessonHead(output, lesson),
    ...lessonText(output, lesson),
    ...line(output, 'critical', lesson.critical ? 'yes: delivered in holdouts too' : undefined),
    ...line(
      output,
      'here',
      lesson.stance === undefined
        ? undefined
        : `${lesson.stance.stance} by ${lesson.stance.by}: ${lesson.stance.reason}`,
    ),
    ...line(output, 'shown', `to ${counted(lesson.exposures.total, lesson.exposures.total, 'run')}`),
    ...line(output, 'votes', `${lesson.helped} helped, ${lesson.harmed} harmed`),
    ...line(output, 'effect', effectWord(lesson)),
    ...lesson.triggers.flatMap((trigger) => line(output, 'trigger', trigger.text)),
    ...lesson.evidence.flatMap((one) =>
      line(output, 'evidence', [one.kind, one.ref, one.text].filter(Boolean).join(': ')),
    ),
    ...lesson.related.flatMap((one) =>
      line(output, 'related', `${one.lesson_id} ${one.relation} ${one.similarity.toFixed(2)}`),
    ),
    '',
    lessonHistory(output, lesson),
  ].join('\n');

const effectWord = ({ effect }: GetLessonResult): string | undefined =>
  effect.value === null
    ? undefined
    : `helpful in ${percent(effect.value)} of ${effect.n} verdicts (95 %: ${percent(effect.low)} to ${percent(effect.high)})`;

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`);

/** Its steps from state to state, oldest first. */
export const lessonHistory = (output: Output, { history }: Pick<GetLessonResult, 'history'>): string =>
  history
    .map(
      (step) =>
        `${step.at}  v${step.version}  ${step.from === null ? '' : `${stateWord(output, step.from)} → `}${stateWord(output, step.to)}  ${output.show(step.actor)} (${step.role}): ${output.show(step.reason)}`,
    )
    .join('\n');
