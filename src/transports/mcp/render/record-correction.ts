import type { RecordCorrectionResult } from '../../../use-cases/record-correction.ts';

const WHY = {
  missed: 'but the search did not find it',
  withheld: 'but it was not shown',
  ignored: 'it was shown and not followed',
  unreviewed: 'but it still waits for review',
} as const;

export const renderRecordCorrection = ({ correction_id, repeat, lesson, next_step }: RecordCorrectionResult): string =>
  [
    `Recorded as ${correction_id}.`,
    ...(repeat === undefined ? [] : [`A lesson said so before: ${repeat.lesson_id}, ${WHY[repeat.why]}.`]),
    ...(lesson === undefined
      ? []
      : [
          `New lesson ${lesson.lesson_id}, ${lesson.state}: ${lesson.served_now ? 'served from now on' : 'not served before a person has reviewed it'}.`,
        ]),
    `Next: ${next_step}`,
  ].join('\n');
