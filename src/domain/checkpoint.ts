import type { Id, Time } from './ids.ts';

export const RISKS = ['low', 'medium', 'high'] as const;
export type Risk = (typeof RISKS)[number];

export type CheckpointStatus = 'pending' | 'answered' | 'expired';

/** A question that only a human may answer. */
export interface Checkpoint {
  readonly project: string;
  readonly checkpoint_id: Id;
  readonly run_id: Id;
  readonly question: string;
  readonly options: readonly string[];
  readonly risk: Risk;
  readonly owner: string;
  readonly asked_at: Time;
  readonly expires_at: Time;
  readonly answer?: string;
  readonly answered_by?: string;
  readonly answered_at?: Time;
  /** What the agent's client says that its user answered. Clients can answer by script: it is no approval. */
  readonly attested?: { readonly answer: string; readonly by: string; readonly at: Time };
}

/** How long a question waits for its human, in hours. */
export const CHECKPOINT_HOURS = 24;

export const checkpointStatus = (checkpoint: Checkpoint, now: Time): CheckpointStatus => {
  if (checkpoint.answer !== undefined) return 'answered';
  return checkpoint.expires_at <= now ? 'expired' : 'pending';
};
