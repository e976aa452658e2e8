import type { Time } from './ids.ts';

/** What an operator can switch off for a while, one thing each. */
export const OVERRIDES = ['delivery', 'agent-writes', 'dense', 'holdout'] as const;
export type OverrideName = (typeof OVERRIDES)[number];

/** What each means, for people. */
export const OVERRIDE_MEANS: Readonly<Record<OverrideName, string>> = {
  delivery: 'no lesson is delivered to any agent',
  'agent-writes': 'agents propose no lessons and record no corrections and outcomes; they start tasks, recall and ask',
  dense: 'recall searches by words alone',
  holdout: 'tasks in a holdout get lessons, and no task is drawn into an arm',
};

/** One thing switched off, until its time or until it is cleared. */
export interface Override {
  readonly name: OverrideName;
  readonly since: Time;
  readonly until: Time;
  readonly reason: string;
  readonly by: string;
}
