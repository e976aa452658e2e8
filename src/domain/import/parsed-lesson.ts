import type { Evidence, LessonText } from '../lesson.ts';

/** A lesson as a file holds it, within the limits of a lesson. What the file says of state or approval is not in it. */
export interface ParsedLesson extends LessonText {
  /** Where it begins, from 1; in a bundle its place in the list. */
  readonly line: number;
  readonly title?: string;
  /** As written: a date of the file proves nothing. */
  readonly date?: string;
  readonly hits?: number;
  /** What the file gives as proof, and what was too long for the fields. */
  readonly evidence: readonly Evidence[];
  /** What was moved from a field into `why` or the evidence because it was too long. */
  readonly cuts: readonly string[];
}

/** A part of a file that becomes no lesson, and why. */
export interface FileRemark {
  readonly line: number;
  readonly reason: string;
}

/** What a file holds: each heading is the line of a lesson, of a remark, a part of a lesson, or groups others. */
export interface ParsedFile {
  readonly lessons: readonly ParsedLesson[];
  readonly refused: readonly FileRemark[];
  /** Text that belongs to no lesson, such as an introduction. */
  readonly skipped: readonly FileRemark[];
  /** Lines of headings that were read as part of a lesson. */
  readonly parts: readonly number[];
  /** Lines of headings that only group the lessons below them. */
  readonly groups: readonly number[];
}
