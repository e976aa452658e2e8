import type { Id, Time } from '../ids.ts';

/** A setting for every workflow of a project that has none of its own. */
export const EVERY_WORKFLOW = '*';

/** How lessons reach the tasks of a workflow outside a trial: a decision of a person, the latest counts. */
export interface Delivery {
  readonly project: string;
  /** A workflow, or `*` for every one without a decision of its own. */
  readonly workflow: string;
  /** Share of new tasks that get no lessons, in whole percents up to half; 1 is a shadow: nobody gets any. */
  readonly holdout_share: number;
  /** Only the lessons that this trial froze are delivered. Absent: all that are served. */
  readonly lessons_of?: Id;
  readonly by: string;
  readonly reason?: string;
  readonly at: Time;
}

/** What holds where nobody decided anything. */
export const DEFAULT_DELIVERY = { holdout_share: 0 } as const;

/** True for 0, 1, and whole percents up to a half. */
export const isHoldoutShare = (share: number): boolean =>
  share === 1 || (share >= 0 && share <= 0.5 && Math.abs(100 * share - Math.round(100 * share)) < 1e-9);
