import type { RecordCorrectionResult } from '../../../use-cases/record-correction.ts';
import type { Output } from '../output.ts';
import { stateWord } from './lesson-words.ts';

/** What became of a correction. */
export const correctionWords = (output: Output, result: RecordCorrectionResult): string => {
  const { paint } = output;
  const fate =
    result.repeat === undefined
      ? `${paint.bold(result.lesson?.lesson_id ?? '')}  ${result.lesson === undefined ? '' : stateWord(output, result.lesson.state)}`
      : `Said before: ${paint.bold(result.repeat.lesson_id)}  ${paint.yellow(result.repeat.why)}`;
  return `${fate}\n${result.next_step}`;
};
