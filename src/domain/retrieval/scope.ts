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
export const pathMatches = (pattern: string, path: string): boolean => under(normalise(path))(pattern);

/** The same for many patterns: the path is taken apart once. */
const under =
  (given: readonly string[]) =>
  (pattern: string): boolean => {
    const wanted = normalise(pattern);
    if (wanted.length === 0 || given.length === 0) return false;
    if (pattern.includes('*')) return segmentsMatch(wanted, given);
    return wanted.length <= given.length && wanted.every((segment, index) => segment === given[index]);
  };

export interface ScopedLesson {
  readonly lesson_id: string;
  /** Globs, files and folders that the lesson is about. */
  readonly paths: readonly string[];
}

/** Weight of a path that so many of all lessons share: a file that every lesson names says nothing. */
const weightOf = (lessons: number, sharing: number): number => Math.log(1 + (lessons + 0.5) / (sharing + 0.5));

/**
 * How much the touched paths have to do with each lesson's, 0 to 1: the cosine of the two sets of paths, each path weighing
 * by its rarity among the lessons (as terms do by inverse document frequency). Lessons with nothing in common are left out.
 */
export const scopeScores = (touched: readonly string[], lessons: readonly ScopedLesson[]): Map<string, number> => {
  const named = new Map<string, number>();
  for (const { paths } of lessons) for (const path of new Set(paths)) named.set(path, (named.get(path) ?? 0) + 1);
  const asked = [...new Set(touched)].map((path) => {
    const matches = under(normalise(path));
    const fitting = new Set([...named.keys()].filter(matches));
    const matching = lessons.filter(({ paths }) => paths.some((pattern) => fitting.has(pattern)));
    return { matching: new Set(matching), weight: weightOf(lessons.length, matching.length) };
  });
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  const scores = new Map<string, number>();
  for (const lesson of lessons) {
    const shared = asked.reduce((sum, { matching, weight }) => sum + (matching.has(lesson) ? weight : 0), 0);
    if (shared === 0) continue;
    const own = [...new Set(lesson.paths)].reduce(
      (sum, path) => sum + weightOf(lessons.length, named.get(path) ?? 1),
      0,
    );
    scores.set(lesson.lesson_id, Math.min(1, shared / Math.sqrt(total * own)));
  }
  return scores;
};
