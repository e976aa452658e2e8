/** One line of a Markdown file, as written. */
export interface OutlineLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Inside a block of code: never read as a field. */
  readonly code: boolean;
  /** Starts a list item that lies directly in its section. */
  readonly item: boolean;
}

/** A heading with all lines up to the next heading. `depth` 0 is what stands before the first one. */
export interface OutlineSection {
  readonly depth: number;
  readonly title: string;
  readonly line: number;
  readonly lines: readonly OutlineLine[];
}

export interface Outline {
  /** What a block of `key: value` lines at the top says, keys in lower case. */
  readonly preface: ReadonlyMap<string, string>;
  readonly sections: readonly OutlineSection[];
}

export const textOf = (lines: readonly OutlineLine[]): string =>
  lines
    .map((line) => line.text)
    .join('\n')
    .trim();
