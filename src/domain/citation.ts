import type { Citation } from './lesson.ts';
import { fingerprint } from './text/fingerprint.ts';

export const FRESHNESS = ['fresh', 'moved', 'changed', 'missing'] as const;
/**
 * `fresh`: as it was when cited; `moved`: the same lines elsewhere in the file; `changed`: the file is there, the lines are
 * not; `missing`: the file is gone.
 */
export type Freshness = (typeof FRESHNESS)[number];

/** A citation as it stands in the repository now. `line` and `end_line` are where the lines are now. */
export interface CheckedCitation extends Citation {
  /** Absent where it cannot be told: it was written away from the repository. */
  readonly freshness?: Freshness;
}

/** A lesson whose cited lines changed ranks by this factor. */
export const CHANGED_FACTOR = 0.8;

/** Longest span that is kept track of, in lines. */
const LONGEST_SPAN = 400;

/** Indentation and spacing are layout: only what the lines say counts. */
const said = (line: string): string => line.trim().replace(/\s+/gu, ' ');

const lengthOf = ({ line = 1, end_line: last }: Citation): number => Math.max(1, (last ?? line) - line + 1);

const hashAt = (lines: readonly string[], start: number, length: number): string =>
  fingerprint(lines.slice(start, start + length));

/** The citation with a hash of its lines, where it has lines and the file has them. */
export const withHash = (citation: Citation, lines: readonly string[] | null): Citation => {
  const { line } = citation;
  const length = lengthOf(citation);
  if (lines === null || line === undefined || length > LONGEST_SPAN || line - 1 + length > lines.length)
    return citation;
  return { ...citation, hash: hashAt(lines.map(said), line - 1, length) };
};

/** Where the lines with that hash begin now, the nearest to where they were; null: nowhere. */
const foundAt = (lines: readonly string[], hash: string, from: number, length: number): number | null => {
  const starts = Array.from({ length: Math.max(0, lines.length - length + 1) }, (_, start) => start);
  starts.sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
  return starts.find((start) => hashAt(lines, start, length) === hash) ?? null;
};

/** Without lines a citation is of the whole file, or of a name in it. */
const wholeFile = (citation: Citation, lines: readonly string[]): CheckedCitation => {
  const { symbol } = citation;
  if (symbol === undefined) return { ...citation, freshness: 'fresh' };
  return { ...citation, freshness: lines.some((line) => line.includes(symbol)) ? 'fresh' : 'changed' };
};

/** How a citation stands to the file as it is now; `lines` is null when there is no such file. */
export const checkCitation = (citation: Citation, lines: readonly string[] | null): CheckedCitation => {
  if (lines === null) return { ...citation, freshness: 'missing' };
  const { line, hash } = citation;
  if (line === undefined) return wholeFile(citation, lines);
  if (hash === undefined) return citation;
  const length = lengthOf(citation);
  const start = foundAt(lines.map(said), hash, line - 1, length);
  if (start === null) return { ...citation, freshness: 'changed' };
  if (start === line - 1) return { ...citation, freshness: 'fresh' };
  return {
    ...citation,
    freshness: 'moved',
    line: start + 1,
    ...(citation.end_line === undefined ? {} : { end_line: start + length }),
  };
};

/** Whether any of a lesson's citations stands so. */
export const anyIs = (citations: readonly CheckedCitation[], freshness: Freshness): boolean =>
  citations.some((one) => one.freshness === freshness);
