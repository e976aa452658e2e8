import type { Time } from './ids.ts';

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;

/** A time as all times are kept and compared: UTC with milliseconds. Null when the text is no ISO 8601 date or time. */
export const parseTime = (text: string): Time | null => {
  const day = ISO_TIME.exec(text)?.[1];
  if (day === undefined || !isDay(day)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};

/** `Date.parse` takes 30 February for 2 March. */
const isDay = (day: string): boolean => {
  const ms = Date.parse(day);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
};
