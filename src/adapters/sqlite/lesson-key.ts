/** Which lesson, as every table names it: the project leads. */
export interface LessonKey {
  readonly project: string;
  readonly lessonId: string;
}
