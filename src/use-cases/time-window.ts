import { HoneError } from '../domain/error.ts';
import type { Time } from '../domain/ids.ts';
import { parseTime } from '../domain/parse-time.ts';

export interface TimeWindow {
  readonly from: Time;
  readonly to: Time;
}

const DAY_MS = 86_400_000;
const DEFAULT_SINCE = '30d';
const DAYS = /^(\d{1,4})d$/u;

const invalid = (what: string): HoneError =>
  new HoneError(
    'INVALID_INPUT',
    what,
    'Give a number of days or a time in UTC. Example: {"since": "30d"} or {"since": "2026-10-01T00:00:00Z"}',
  );

/**
 * The window that an input means. Days count back from its end; without `since`, 30 of them.
 *
 * @throws HoneError INVALID_INPUT
 */
export const timeWindow = (
  input: { since?: string | undefined; until?: string | undefined },
  now: Time,
): TimeWindow => {
  const to = input.until === undefined ? now : parseTime(input.until);
  if (to === null) throw invalid('`until` is not a time.');
  const since = input.since ?? DEFAULT_SINCE;
  const days = DAYS.exec(since)?.[1];
  const from = days === undefined ? parseTime(since) : new Date(Date.parse(to) - Number(days) * DAY_MS).toISOString();
  if (from === null) throw invalid('`since` is neither a number of days nor a time.');
  if (from >= to) throw invalid('The window ends before it starts.');
  return { from, to };
};

/** The window of equal length that ends where this one starts. */
export const windowBefore = ({ from, to }: TimeWindow): TimeWindow => {
  const start = Date.parse(from) - (Date.parse(to) - Date.parse(from));
  return { from: new Date(Math.max(0, start)).toISOString(), to: from };
};
