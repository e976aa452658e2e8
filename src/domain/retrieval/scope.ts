const LONGEST_PATTERN = 400;

/** A glob as segments: `**` is any number of folders, `*` any run of letters within one. Matched step by step, never compiled. */
const segmentMatches = (pattern: string, name: string): boolean => {
  const pieces = pattern.split('*');
  const [first = '', ...rest] = pieces;
  if (rest.length === 0) return pattern === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const [i, piece] of rest.entries()) {
    const last = i === rest.length - 1;
    const found = last ? name.length - piece.length : name.indexOf(piece, at);
    if (found < at || !name.startsWith(piece, found)) return false;
    at = found + piece.length;
  }
  return true;
};

const normalise = (path: string): string[] =>
  path
    .slice(0, LONGEST_PATTERN)
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/u, '')
    .split('/')
    .filter((part) => part !== '');

/** Places where a pattern may end after one more segment. `reachable[j]`: so far it can end just before path[j]. */
const step = (reachable: readonly boolean[], segment: string, path: readonly string[]): boolean[] => {
  if (segment === '**') {
    const from = reachable.indexOf(true);
    return reachable.map((_, j) => from >= 0 && j >= from);
  }
  return reachable.map((_, j) => j > 0 && reachable[j - 1] === true && segmentMatches(segment, path[j - 1] ?? ''));
};

const segmentsMatch = (pattern: readonly string[], path: readonly string[]): boolean => {
  const start = [true, ...path.map(() => false)];
  return pattern.reduce((reachable, segment) => step(reachable, segment, path), start).at(-1) === true;
};

/** Whether a path lies under a pattern: a glob, a file, or a folder (then everything below it). */
export const pathMatches = (pattern: string, path: string): boolean => {
  const wanted = normalise(pattern);
  const given = normalise(path);
  if (wanted.length === 0 || given.length === 0) return false;
  return segmentsMatch(wanted, given) || (!pattern.includes('*') && segmentsMatch([...wanted, '**'], given));
};

/** Share of common leading folders of two paths, 0 to 1; 1 for the same file. */
const nearness = (a: string, b: string): number => {
  const [left, right] = [normalise(a), normalise(b)];
  let same = 0;
  while (same < Math.min(left.length, right.length) && left[same] === right[same]) same += 1;
  return same / Math.max(left.length, right.length, 1);
};

/** A neighbour in the tree says less than the file itself. */
const NEIGHBOUR = 0.5;

/**
 * How much the touched paths have to do with a lesson's: per touched path 1 for a match, up to a half for a neighbour in
 * the tree; the best pair counts. 0 when either has none.
 */
export const scopeScore = (touched: readonly string[], lessonPaths: readonly string[]): number => {
  let best = 0;
  for (const path of touched) {
    for (const pattern of lessonPaths) {
      const score = pathMatches(pattern, path) ? 1 : NEIGHBOUR * nearness(pattern, path);
      best = Math.max(best, score);
    }
  }
  return best;
};
