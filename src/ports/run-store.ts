import type { Checkpoint } from '../domain/checkpoint.ts';
import type { Id, Time } from '../domain/ids.ts';
import type { Correction, Intervention } from '../domain/intervention.ts';
import type { JudgedExposure } from '../domain/learning/calibration.ts';
import type { RecallRecord } from '../domain/recall.ts';
import type { OutcomeRecord, Run, Task } from '../domain/run.ts';
import type { VerdictRecord } from '../domain/verdict.ts';

/** A run with all that happened in it, in the order of time. */
export interface RunHistory {
  readonly task: Task;
  readonly run: Run;
  readonly recalls: readonly RecallRecord[];
  readonly corrections: readonly Correction[];
  readonly interventions: readonly Intervention[];
  readonly outcomes: readonly OutcomeRecord[];
  readonly verdicts: readonly VerdictRecord[];
  readonly checkpoints: readonly Checkpoint[];
}

/**
 * Tasks, runs and what happened in them: appended facts, none overwritten (what is answered to a checkpoint is the one thing added later).
 * Every method names the project. Writes are called inside `UnitOfWork.write`. Not metrics: those read `EventRecord`.
 */
export interface RunStore {
  findTask(project: string, taskId: Id): Promise<Task | null>;
  findTaskByKey(project: string, taskKey: string): Promise<Task | null>;
  findRun(project: string, runId: Id): Promise<Run | null>;
  /** Runs of one task, oldest first. */
  runsOf(project: string, taskId: Id): Promise<Run[]>;
  history(project: string, runId: Id): Promise<RunHistory | null>;
  /** Newest first. */
  listRuns(
    project: string,
    options: { limit?: number; offset?: number },
  ): Promise<{ items: { task: Task; run: Run; outcome?: OutcomeRecord }[]; total: number }>;
  recallsOf(project: string, runId: Id): Promise<RecallRecord[]>;
  verdictsOf(project: string, runId: Id): Promise<VerdictRecord[]>;
  outcomesOfTask(project: string, taskId: Id): Promise<OutcomeRecord[]>;
  findCorrection(project: string, correctionId: Id): Promise<Correction | null>;
  correctionsOfLesson(project: string, lessonId: Id): Promise<Correction[]>;
  /** Runs that were shown the lesson, newest first. */
  exposuresOf(project: string, lessonId: Id): Promise<{ run_id: Id; recall_id: Id; at: Time }[]>;
  verdictsOfLesson(project: string, lessonId: Id): Promise<VerdictRecord[]>;
  /** Verdicts on lessons that were shown with a known certainty, newest first. */
  judgedExposures(project: string, limit: number): Promise<JudgedExposure[]>;
  /**
   * Served lessons that runs were shown and did not follow, by corrections and verdicts, and how often since a person last
   * wrote or accepted their words.
   */
  ignoredLessons(project: string): Promise<{ lesson_id: Id; times: number }[]>;
  /** Runs since then in which each of the lessons was shown, or that were corrected as it says; none where there is no such run. */
  reachOf(project: string, lessonIds: readonly Id[], since: Time): Promise<{ lesson_id: Id; runs: number }[]>;
  findCheckpoint(project: string, checkpointId: Id): Promise<Checkpoint | null>;
  /** Oldest first. `open`: not answered and not expired at that time. */
  listCheckpoints(project: string, filter: { openAt?: Time }): Promise<Checkpoint[]>;
  /** The newest recalls of the project, for `hone doctor`. */
  lastRecalls(
    project: string,
    limit: number,
  ): Promise<Pick<RecallRecord, 'recall_id' | 'path' | 'decision' | 'reason' | 'at'>[]>;

  addTask(task: Task): Promise<void>;
  addRun(run: Run): Promise<void>;
  addRecall(recall: RecallRecord): Promise<void>;
  addCorrection(correction: Correction): Promise<void>;
  addIntervention(intervention: Intervention): Promise<void>;
  addOutcome(outcome: OutcomeRecord): Promise<void>;
  addVerdict(verdict: VerdictRecord): Promise<void>;
  addCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /** Keeps the first answer; false when there was one already. */
  answerCheckpoint(
    project: string,
    checkpointId: Id,
    answer: { answer: string; by: string; at: Time },
  ): Promise<boolean>;
  /** Keeps the first word of a client beside the question; false when there was one already. */
  attestCheckpoint(
    project: string,
    checkpointId: Id,
    attested: { answer: string; by: string; at: Time },
  ): Promise<boolean>;
}
