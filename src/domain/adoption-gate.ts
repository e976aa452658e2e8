import type { Time } from './ids.ts';

/** What must hold before something is switched on; `asked` ones no store can see. */
export const GATES = [
  'outcome_coverage',
  'restore_drill',
  'power_cut_test',
  'attack_suite',
  'owner_and_deputy',
  'rollback_rehearsed',
  'sharing_probes',
  'automatic_steps',
  'dense_retrieval',
] as const;
export type Gate = (typeof GATES)[number];

/** A person's word on a gate that the store cannot see. */
export interface GateAnswer {
  readonly project: string;
  readonly gate: Gate;
  readonly passed: boolean;
  readonly by: string;
  readonly note?: string;
  readonly at: Time;
}
