import type { Id, Time } from './ids.ts';

/** Ways in which a human steps into a run. */
export const INTERVENTION_KINDS = ['correction', 'takeover', 'approval', 'override', 'rollback'] as const;
export type InterventionKind = (typeof INTERVENTION_KINDS)[number];

export interface Intervention {
  readonly project: string;
  readonly run_id: Id;
  readonly kind: InterventionKind;
  /** Planned ones (checkpoints) are counted apart from the rest. */
  readonly planned: boolean;
  readonly note?: string;
  readonly correction_id?: Id;
  readonly by: string;
  readonly at: Time;
}

/** Why a lesson that existed did not prevent a correction. */
export const REPEAT_REASONS = ['missed', 'withheld', 'ignored', 'unreviewed'] as const;
export type RepeatReason = (typeof REPEAT_REASONS)[number];

/** What a person said was wrong and what is right, and what became of it. */
export interface Correction {
  readonly project: string;
  readonly correction_id: Id;
  readonly run_id?: Id;
  readonly wrong: string;
  readonly right: string;
  readonly why?: string;
  readonly quote?: string;
  readonly kind: Exclude<InterventionKind, 'approval'>;
  readonly match: 'repeat' | 'novel';
  /** The lesson repeated, or the one that came of it. A reference may name a lesson this store does not hold. */
  readonly lesson_id?: Id;
  readonly repeat_why?: RepeatReason;
  readonly by: string;
  readonly at: Time;
}
