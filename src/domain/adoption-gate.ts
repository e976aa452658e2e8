import type { Time } from './ids.ts';

/** What must hold before something is switched on, in the order in which it is asked for. */
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

export interface GateTerms {
  /** `now`: before the first trial; `later`: before that one step, which it names. */
  readonly when: 'now' | 'later';
  /** `computed` from the store, or `asked` of a person, because no store can see it. */
  readonly how: 'computed' | 'asked';
  /** What must hold, in one sentence. */
  readonly holds: string;
}

const asked = (when: GateTerms['when'], holds: string): GateTerms => ({ when, how: 'asked', holds });
const computed = (when: GateTerms['when'], holds: string): GateTerms => ({ when, how: 'computed', holds });

export const GATE_TERMS: Record<Gate, GateTerms> = {
  outcome_coverage: computed('now', '90 % of the mature tasks of 30 days have an outcome from CI or a person.'),
  restore_drill: asked('now', 'A backup was restored and opened.'),
  power_cut_test: asked('now', 'The store was whole after the power was cut while it was written.'),
  attack_suite: asked('now', 'The attacks of the suite were held off as often as the team demands.'),
  owner_and_deputy: asked('now', 'The workflow has an owner and a deputy, by name.'),
  rollback_rehearsed: computed('now', 'A rollback was rehearsed, or done, within 60 seconds.'),
  sharing_probes: asked('later', 'Before sharing across projects: no leak in 300 probes or more.'),
  automatic_steps: computed('later', 'Before automatic steps: fewer than 5 % of the approvals of 30 days were undone.'),
  dense_retrieval: asked('later', 'Before dense retrieval: it finds 5 points more of the cases that were missed.'),
};

/** A person's word on a gate that the store cannot see. */
export interface GateAnswer {
  readonly project: string;
  readonly gate: Gate;
  readonly passed: boolean;
  readonly by: string;
  readonly note?: string;
  readonly at: Time;
}
