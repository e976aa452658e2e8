/** A lesson as the evaluation knows it. Times are seconds. */
export interface EvalLesson {
  readonly id: string;
  readonly when: string;
  readonly rule: string;
  readonly examples: readonly string[];
  readonly paths: readonly string[];
  /** When it came to be; 0 where the data has no time. */
  readonly at: number;
}

/** One question with what should come. */
export interface EvalQuery {
  readonly id: string;
  readonly text: string;
  readonly aspects: readonly string[];
  readonly paths: readonly string[];
  readonly at: number;
  /** Ids of lessons that are right; empty: nothing is there to be found. */
  readonly relevant: ReadonlySet<string>;
  /** Queries that share it are not independent: repository, or month. */
  readonly group: string;
}

/** Lessons of one store, and questions to it. */
export interface EvalSet {
  readonly name: string;
  readonly lessons: readonly EvalLesson[];
  readonly queries: readonly EvalQuery[];
}
