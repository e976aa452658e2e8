import type { GateAnswer } from '../../domain/adoption-gate.ts';
import type { Delivery } from '../../domain/holdout/delivery.ts';
import type { LockedBaseline } from '../../domain/metrics/locked-baseline.ts';
import type { Trial, TrialEvent } from '../../domain/trial.ts';
import type { Connection } from './connection.ts';
import { RecordTable } from './record-table.ts';

/** An event's row: what only some kinds have is its detail. */
interface EventRow extends Pick<TrialEvent, 'project' | 'trial_id' | 'kind' | 'by' | 'at' | 'reason'> {
  readonly detail: object;
}
/** A missing baseline is an absent field here, as everywhere in a row. */
type TrialRow = Omit<Trial, 'baseline'> & { readonly baseline?: NonNullable<Trial['baseline']> };

const BY_PROJECT = ['project_id'];

/** The tables of field tests and the decisions around them. */
export const trialTables = (connection: Connection) => ({
  trial: new RecordTable<TrialRow>(connection, {
    table: 'trial',
    fields: {
      project: 'plain',
      trial_id: 'plain',
      workflow: 'plain',
      owner: 'plain',
      started_by: 'plain',
      started_at: 'plain',
      ends_at: 'plain',
      baseline: 'json',
      plan: 'json',
      lessons: 'json',
      delivery: 'json',
    },
  }),
  event: new RecordTable<EventRow>(connection, {
    table: 'trial_event',
    numberedBy: ['project_id', 'trial_id'],
    fields: {
      project: 'plain',
      trial_id: 'plain',
      kind: 'plain',
      detail: 'json',
      by: 'plain',
      reason: 'plain',
      at: 'plain',
    },
  }),
  delivery: new RecordTable<Delivery>(connection, {
    table: 'delivery',
    numberedBy: BY_PROJECT,
    fields: {
      project: 'plain',
      workflow: 'plain',
      holdout_share: 'plain',
      lessons_of: 'plain',
      by: 'plain',
      reason: 'plain',
      at: 'plain',
    },
  }),
  baseline: new RecordTable<LockedBaseline>(connection, {
    table: 'locked_baseline',
    numberedBy: BY_PROJECT,
    fields: {
      project: 'plain',
      workflow: 'plain',
      from: 'plain',
      to: 'plain',
      by: 'plain',
      reason: 'plain',
      at: 'plain',
    },
  }),
  gate: new RecordTable<GateAnswer>(connection, {
    table: 'gate_answer',
    numberedBy: BY_PROJECT,
    fields: { project: 'plain', gate: 'plain', passed: 'flag', by: 'plain', note: 'plain', at: 'plain' },
  }),
});

export type TrialTables = ReturnType<typeof trialTables>;

export const toTrial = ({ baseline, ...trial }: TrialRow): Trial => ({ ...trial, baseline: baseline ?? null });

export const fromTrial = ({ baseline, ...trial }: Trial): TrialRow => ({
  ...trial,
  ...(baseline === null ? {} : { baseline }),
});

// A row holds what `fromEvent` wrote, and nothing else can be written.
export const toEvent = ({ detail, ...row }: EventRow): TrialEvent => ({ ...row, ...detail }) as TrialEvent;

export const fromEvent = ({ project, trial_id, kind, by, at, reason, ...detail }: TrialEvent): EventRow => ({
  project,
  trial_id,
  kind,
  by,
  at,
  ...(reason === undefined ? {} : { reason }),
  detail,
});
