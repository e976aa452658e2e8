import type { RepeatReason } from '../../src/domain/intervention.ts';
import type { Cohort } from '../../src/domain/metrics/cohort.ts';
import { type CountedTask, countedTask } from '../../src/domain/metrics/counted-task.ts';
import type { Outcome, OutcomeSource } from '../../src/domain/outcome.ts';
import type { RecallDecision, RecallPath } from '../../src/domain/recall.ts';
import type { Arm } from '../../src/domain/run.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { FullTaskHistory } from '../../src/ports/event-record.ts';

export const PROJECT = 'app';
export const NOW = '2026-11-01T00:00:00.000Z';
const FIRST = Date.parse('2026-10-01T09:00:00.000Z');

/** Minutes after 2026-10-01T09:00Z, as a time. */
export const at = (minutes: number): string => new Date(FIRST + minutes * 60_000).toISOString();
export const DAY = 24 * 60;

export interface HistorySpec {
  readonly id: string;
  /** Minutes after the first task's start. */
  readonly start?: number;
  readonly workflow?: string;
  readonly arm?: Arm;
  readonly runs?: number;
  readonly unplanned?: number;
  readonly planned?: number;
  /** `after` in minutes from the task's start. */
  readonly outcomes?: readonly {
    outcome: Outcome;
    source?: OutcomeSource;
    after?: number;
    rewrite_share?: number;
    fallback_used?: boolean;
  }[];
  readonly recalls?: readonly {
    path?: RecallPath;
    decision?: RecallDecision;
    shown?: readonly string[];
    tokens?: number;
  }[];
  readonly verdicts?: readonly { lesson: string; verdict: Verdict; source?: OutcomeSource }[];
  readonly corrections?: readonly { why?: RepeatReason; lesson?: string; wrong?: string }[];
  readonly looped?: boolean;
}

/** A task with all that happened in it; what a test does not name is as plain as can be. */
export const history = (spec: HistorySpec): FullTaskHistory => {
  const { id, start = 0 } = spec;
  const task_id = `task_${id}`;
  const run_id = `run_${id}_1`;
  const base = { project: PROJECT, run_id };
  const intervention = (planned: boolean) => () =>
    ({ ...base, kind: planned ? 'approval' : 'takeover', planned, by: 'ann', at: at(start + 1) }) as const;
  return {
    task: {
      project: PROJECT,
      task_id,
      text: `task ${id}`,
      workflow: spec.workflow ?? 'bugfix',
      started_at: at(start),
      ...(spec.arm === undefined ? {} : { arm: spec.arm }),
    },
    runs: Array.from({ length: spec.runs ?? 1 }, (_, index) => ({
      project: PROJECT,
      run_id: `run_${id}_${index + 1}`,
      task_id,
      attempt: index + 1,
      text: `task ${id}`,
      aspects: [],
      paths: [],
      principal: 'ann',
      started_at: at(start + index),
      looped: false,
    })),
    recalls: (spec.recalls ?? []).map((recall, index) => ({
      ...base,
      recall_id: `rec_${id}_${index}`,
      query: `task ${id}`,
      decision: recall.decision ?? 'deliver',
      path: recall.path ?? 'hybrid',
      reason: '',
      tokens: recall.tokens ?? 0,
      at: at(start),
      candidates: (recall.shown ?? []).map((lesson_id, rank) => ({ lesson_id, rank: rank + 1, score: 1 })),
    })),
    interventions: [
      ...Array.from({ length: spec.unplanned ?? 0 }, intervention(false)),
      ...Array.from({ length: spec.planned ?? 0 }, intervention(true)),
    ],
    outcomes: (spec.outcomes ?? []).map((one) => ({
      ...base,
      task_id,
      outcome: one.outcome,
      source: one.source ?? 'ci',
      ...(one.rewrite_share === undefined ? {} : { rewrite_share: one.rewrite_share }),
      ...(one.fallback_used === undefined ? {} : { fallback_used: one.fallback_used }),
      by: 'ci',
      at: at(start + (one.after ?? 30)),
    })),
    verdicts: (spec.verdicts ?? []).map((one) => ({
      ...base,
      lesson_id: one.lesson,
      verdict: one.verdict,
      by: 'ann',
      source: one.source ?? 'agent',
      at: at(start + 20),
    })),
    corrections: (spec.corrections ?? []).map((one, index) => ({
      ...base,
      correction_id: `cor_${id}_${index}`,
      wrong: one.wrong ?? 'wrong',
      right: 'right',
      kind: 'correction' as const,
      match: one.why === undefined ? ('novel' as const) : ('repeat' as const),
      ...(one.lesson === undefined ? {} : { lesson_id: one.lesson }),
      ...(one.why === undefined ? {} : { repeat_why: one.why }),
      by: 'ann',
      at: at(start + 10),
    })),
    looped: spec.looped ?? false,
  };
};

export const clean = { outcome: 'completed_clean' } as const;

/** The same in numbers. */
export const counted = (spec: HistorySpec): CountedTask => countedTask(history(spec));

export const cohortOf = (specs: readonly HistorySpec[], now = NOW): Cohort => ({
  tasks: specs.map(counted),
  looseCorrections: [],
  now,
  horizon: now,
});

/** `count` tasks an hour apart, each made by `spec`. */
export const tasks = (count: number, spec: (index: number) => Partial<HistorySpec>, prefix = 't'): HistorySpec[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, start: index * 60, ...spec(index) }));
