import type { Time } from './ids.ts';

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/u;

/** A time as all times are kept and compared: UTC with milliseconds. Null when the text is no ISO 8601 date or time. */
export const parseTime = (text: string): Time | null => {
  const ms = ISO_TIME.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};
