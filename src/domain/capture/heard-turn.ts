import type { Id, Time } from '../ids.ts';
import type { Heard } from './captured.ts';

/**
 * A person's turn that a detector took for a correction. Kept apart from interventions, which people and agents record: the
 * detector errs at a known rate (`hone eval corrections`), and nothing that it heard becomes a lesson by itself.
 */
export interface HeardTurn extends Heard {
  readonly project: string;
  readonly run_id: Id;
  readonly at: Time;
}
