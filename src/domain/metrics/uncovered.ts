import type { Id } from '../ids.ts';
import type { Correction } from '../intervention.ts';

/** Something people keep correcting that no served lesson says. */
export interface Uncovered {
  /** What was wrong, as the latest correction says it. */
  readonly example: string;
  readonly corrections: number;
}

const MOST = 10;

/** Corrections that no lesson of `served` covers, by what they are about, most frequent first. */
export const uncovered = (corrections: readonly Correction[], served: ReadonlySet<Id>): Uncovered[] => {
  const groups = new Map<string, Uncovered>();
  for (const { lesson_id, wrong, right } of corrections) {
    if (lesson_id !== undefined && served.has(lesson_id)) continue;
    const key = lesson_id ?? `${wrong}\n${right}`.toLowerCase();
    groups.set(key, { example: wrong, corrections: (groups.get(key)?.corrections ?? 0) + 1 });
  }
  return [...groups.values()].sort((a, b) => b.corrections - a.corrections).slice(0, MOST);
};
