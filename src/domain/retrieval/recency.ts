import { RECENCY } from './constants.ts';

const DAY_MS = 86_400_000;

/** Factor from `RECENCY.floor` to 1 by the age of the last confirmation; a confirmation in the future counts as now. */
export const recencyFactor = (confirmedAt: string, now: string): number => {
  const days = Math.max(0, (Date.parse(now) - Date.parse(confirmedAt)) / DAY_MS);
  return RECENCY.floor + (1 - RECENCY.floor) * 2 ** (-days / RECENCY.halfLifeDays);
};
