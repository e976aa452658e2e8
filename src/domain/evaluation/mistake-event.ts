import type { EvalLesson, EvalQuery } from './evaluation-set.ts';

/** A mistake that was made at some time, with the lesson that would have prevented it. */
export interface MistakeEvent {
  readonly query: EvalQuery;
  readonly lesson: EvalLesson;
  /** Where it was made: mistakes of one place are alike in style. */
  readonly file: string;
}
