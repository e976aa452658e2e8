const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const amount = (ms: number): string => {
  if (ms < MINUTE) return 'a moment';
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} h`;
  return `${Math.floor(ms / DAY)} days`;
};

/** How long ago, or how soon, as one says it. */
export const ageWords = (at: string, now: string): string => {
  const ms = Date.parse(now) - Date.parse(at);
  return ms >= 0 ? `${amount(ms)} ago` : `in ${amount(-ms)}`;
};
