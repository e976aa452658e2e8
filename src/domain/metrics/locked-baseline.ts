import type { Time } from '../ids.ts';

/** A window that a lead declared normal. Drift is measured against it until the next such decision. */
export interface LockedBaseline {
  readonly project: string;
  /** Absent: every workflow together. */
  readonly workflow?: string;
  readonly from: Time;
  readonly to: Time;
  readonly by: string;
  readonly reason?: string;
  readonly at: Time;
}
