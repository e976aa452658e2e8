import type { Checkpoint } from '../../domain/checkpoint.ts';
import type { Correction, Intervention } from '../../domain/intervention.ts';
import type { RecallCandidate, RecallRecord } from '../../domain/recall.ts';
import type { OutcomeRecord, Run, Task } from '../../domain/run.ts';
import type { VerdictRecord } from '../../domain/verdict.ts';
import type { Connection } from './connection.ts';
import { RecordTable } from './record-table.ts';

/** A recall without its candidates, which have a table of their own. */
export type RecallRow = Omit<RecallRecord, 'candidates'>;
export type CandidateRow = RecallCandidate & { readonly recall_id: string };

const BY_RUN = ['project_id', 'run_id'];

const recallTables = (connection: Connection) => ({
  recall: new RecordTable<RecallRow>(connection, {
    table: 'recall',
    fields: {
      project: 'plain',
      recall_id: 'plain',
      run_id: 'plain',
      query: 'plain',
      decision: 'plain',
      path: 'plain',
      reason: 'plain',
      tokens: 'plain',
      fallback: 'plain',
      asked: 'plain',
      error_print: 'plain',
      at: 'plain',
    },
  }),
  candidate: new RecordTable<CandidateRow>(connection, {
    table: 'recall_candidate',
    owner: ['project_id'],
    fields: { recall_id: 'plain', lesson_id: 'plain', rank: 'plain', score: 'plain', cut: 'plain' },
  }),
});

/** The tables of tasks, runs and what happened in them. */
export const runTables = (connection: Connection) => ({
  ...recallTables(connection),
  task: new RecordTable<Task>(connection, {
    table: 'task',
    fields: {
      project: 'plain',
      task_id: 'plain',
      task_key: 'plain',
      text: 'plain',
      workflow: 'plain',
      started_at: 'plain',
      arm: 'plain',
      drawn_in: 'plain',
    },
  }),
  run: new RecordTable<Run>(connection, {
    table: 'run',
    fields: {
      project: 'plain',
      run_id: 'plain',
      task_id: 'plain',
      attempt: 'plain',
      text: 'plain',
      aspects: 'json',
      paths: 'json',
      error: 'plain',
      agent: 'plain',
      model: 'plain',
      principal: 'plain',
      started_at: 'plain',
      progress: 'json',
      looped: 'flag',
    },
  }),
  correction: new RecordTable<Correction>(connection, {
    table: 'correction',
    fields: {
      project: 'plain',
      correction_id: 'plain',
      run_id: 'plain',
      wrong: 'plain',
      right: 'plain',
      why: 'plain',
      quote: 'plain',
      kind: 'plain',
      match: 'plain',
      lesson_id: 'plain',
      repeat_why: 'plain',
      by: 'plain',
      at: 'plain',
    },
  }),
  ...judgementTables(connection),
});

export type RunTables = ReturnType<typeof runTables>;

const judgementTables = (connection: Connection) => ({
  intervention: new RecordTable<Intervention>(connection, {
    table: 'intervention',
    numberedBy: BY_RUN,
    fields: {
      project: 'plain',
      run_id: 'plain',
      kind: 'plain',
      planned: 'flag',
      note: 'plain',
      correction_id: 'plain',
      by: 'plain',
      at: 'plain',
    },
  }),
  verdict: new RecordTable<VerdictRecord>(connection, {
    table: 'verdict',
    numberedBy: BY_RUN,
    fields: {
      project: 'plain',
      run_id: 'plain',
      lesson_id: 'plain',
      verdict: 'plain',
      by: 'plain',
      source: 'plain',
      at: 'plain',
    },
  }),
  outcome: new RecordTable<OutcomeRecord>(connection, {
    table: 'outcome',
    numberedBy: BY_RUN,
    fields: {
      project: 'plain',
      run_id: 'plain',
      task_id: 'plain',
      outcome: 'plain',
      source: 'plain',
      rewrite_share: 'plain',
      fallback_used: 'flag',
      error: 'plain',
      note: 'plain',
      by: 'plain',
      at: 'plain',
    },
  }),
  checkpoint: new RecordTable<Checkpoint>(connection, {
    table: 'checkpoint',
    fields: {
      project: 'plain',
      checkpoint_id: 'plain',
      run_id: 'plain',
      question: 'plain',
      options: 'json',
      risk: 'plain',
      owner: 'plain',
      asked_at: 'plain',
      expires_at: 'plain',
      answer: 'plain',
      answered_by: 'plain',
      answered_at: 'plain',
      attested: 'json',
    },
  }),
});
