import type { LoopSignal, Trail } from './loop-signal.ts';

/** A failure as it was met: told twice in one attempt (when asking, and at the end) it was met once. */
export interface Failure {
  readonly error: string;
  /** Its place in the trail. */
  readonly at: number;
}

const errorOf = (signal: LoopSignal): string | null => (signal.kind === 'human' ? null : signal.error);

/** Whether the later signal tells again what the earlier one told. */
const tellsAgain = (earlier: LoopSignal, later: LoopSignal): boolean => {
  if (earlier.kind === 'human' || later.kind === 'human') return false;
  // Asked about what the attempt began with; or ended with what was asked about; or begun anew with what the last one met.
  if (earlier.run === later.run) {
    return later.kind === 'recall' ? earlier.kind === 'start' : earlier.kind === 'recall';
  }
  return later.kind === 'start' && earlier.kind !== 'start';
};

/** Every failure of a task, oldest first. */
export const failuresIn = (trail: Trail): Failure[] => {
  const failures: Failure[] = [];
  let last: LoopSignal | null = null;
  for (const [at, signal] of trail.entries()) {
    const error = errorOf(signal);
    if (error === null) continue;
    const again = last !== null && errorOf(last) === error && tellsAgain(last, signal);
    if (!again) failures.push({ error, at });
    last = signal;
  }
  return failures;
};

/** Places where work moved on: a person spoke, the change differs, or more tests pass. */
const movedOn = (trail: Trail): number[] => {
  const places: number[] = [];
  let diff: string | undefined;
  let passing: number | undefined;
  for (const [at, signal] of trail.entries()) {
    if (signal.kind === 'human') places.push(at);
    if (signal.kind !== 'start') continue;
    const { progress } = signal;
    const otherDiff = diff !== undefined && progress?.diff !== undefined && progress.diff !== diff;
    const morePass = passing !== undefined && (progress?.tests_passing ?? passing) > passing;
    if (otherDiff || morePass) places.push(at);
    diff = progress?.diff ?? diff;
    passing = Math.max(passing ?? 0, progress?.tests_passing ?? passing ?? 0);
  }
  return places;
};

/** Place from which on nothing moved on. */
export const lastMoveIn = (trail: Trail): number => movedOn(trail).at(-1) ?? 0;

/** Place from which on nothing moved on and no failure was new. */
export const lastProgressIn = (trail: Trail): number => {
  const seen = new Set<string>();
  let newest = 0;
  for (const { error, at } of failuresIn(trail)) {
    if (!seen.has(error)) newest = at;
    seen.add(error);
  }
  return Math.max(newest, lastMoveIn(trail));
};

/** Place after a person's last word. */
export const lastWordIn = (trail: Trail): number => trail.findLastIndex((signal) => signal.kind === 'human') + 1;
