/** Few values only: a lesson, a task, a person or a text is never one. */
export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

export interface Distribution {
  readonly labels: Labels;
  /** How many lay at or below each bound of the family, in its order. */
  readonly atMost: readonly number[];
  readonly sum: number;
  readonly count: number;
}

interface Named {
  readonly name: string;
  readonly help: string;
}

export interface SampleFamily extends Named {
  readonly type: 'counter' | 'gauge';
  readonly samples: readonly Sample[];
}

export interface HistogramFamily extends Named {
  readonly type: 'histogram';
  /** Upper bounds in seconds, ascending; the last, infinity, is not named. */
  readonly bounds: readonly number[];
  readonly distributions: readonly Distribution[];
}

/** One metric as other tools read it: its name, what it means, and a value for each set of labels. */
export type MetricFamily = SampleFamily | HistogramFamily;
