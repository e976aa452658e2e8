import type { Lesson, Transition } from '../../src/domain/lesson.ts';
import type { LessonState } from '../../src/domain/lesson-state.ts';
import type { RecallRecord } from '../../src/domain/recall.ts';
import type { IndexEntry } from '../../src/domain/retrieval/index-entry.ts';
import type { Run, Task } from '../../src/domain/run.ts';
import type { NewLesson } from '../../src/ports/lesson-store.ts';
import type { Stores, UnitOfWork } from '../../src/ports/unit-of-work.ts';

/** A store as a contract sees it: any adapter that holds the ports can be one. */
export interface ContractStore {
  readonly stores: Stores;
  readonly unitOfWork: UnitOfWork;
}
export type OpenStore = () => Promise<ContractStore>;

export const MODEL = 'model-a/q8/1';

/** Minutes after the start of a day that no test depends on. */
export const minute = (minutes: number): string =>
  new Date(Date.parse('2026-10-01T09:00:00.000Z') + minutes * 60_000).toISOString();

/** A unit vector along one axis, or between several. */
export const along = (...axes: number[]): Float32Array => {
  const vector = new Float32Array(384);
  for (const axis of axes) vector[axis] = 1 / Math.sqrt(axes.length);
  return vector;
};

export const sampleLesson = (id: string, change: Partial<Lesson> = {}): Lesson => ({
  project: 'app',
  lesson_id: id,
  state: 'active',
  version: 1,
  when: 'changing the schema',
  rule: 'Write a migration and run it on a copy first.',
  examples: [],
  citations: [],
  scope: {},
  provenance: { source: 'human', author: 'ann', at: minute(0) },
  critical: false,
  created_at: minute(0),
  updated_at: minute(0),
  confirmed_at: minute(0),
  helped: 0,
  harmed: 0,
  ...change,
});

export const sampleIndex = (change: Partial<IndexEntry> = {}): IndexEntry => ({
  text: ['schema', 'migrat'],
  example: [],
  vectors: [],
  model: null,
  ...change,
});

export const sampleStep = (id: string, change: Partial<Transition> = {}): Transition => ({
  lesson_id: id,
  version: 1,
  from: null,
  to: 'active',
  actor: 'ann',
  role: 'reviewer',
  reason: 'because',
  at: minute(0),
  ...change,
});

export const newLesson = (
  id: string,
  change: Partial<Lesson> = {},
  index: Partial<IndexEntry> = {},
  more: Partial<NewLesson> = {},
): NewLesson => {
  const lesson = sampleLesson(id, change);
  return {
    lesson,
    index: sampleIndex(index),
    transition: sampleStep(id, { to: lesson.state }),
    evidence: [],
    links: [],
    ...more,
  };
};

/** Adds lessons, each to the project that it names. */
export const addLessons = (store: ContractStore, ...entries: NewLesson[]): Promise<void> =>
  store.unitOfWork.write(async ({ directory, lessons }) => {
    for (const entry of entries) {
      await directory.addProject(entry.lesson.project, minute(0));
      await lessons.add(entry);
    }
  });

export const moveLesson = (store: ContractStore, id: string, from: LessonState, to: LessonState): Promise<void> =>
  store.unitOfWork.write(({ lessons }) => lessons.move('app', sampleStep(id, { from, to, at: minute(1) })));

export const sampleTask = (id: string, change: Partial<Task> = {}): Task => ({
  project: 'app',
  task_id: id,
  text: 'fix the crash on an empty file',
  workflow: 'bugfix',
  started_at: minute(0),
  ...change,
});

export const sampleRun = (id: string, taskId: string, change: Partial<Run> = {}): Run => ({
  project: 'app',
  run_id: id,
  task_id: taskId,
  attempt: 1,
  text: 'fix the crash on an empty file',
  aspects: ['parser'],
  paths: ['src/read.ts'],
  principal: 'ann',
  started_at: minute(0),
  looped: false,
  ...change,
});

export const sampleRecall = (
  id: string,
  runId: string | undefined,
  change: Partial<RecallRecord> = {},
): RecallRecord => ({
  project: 'app',
  recall_id: id,
  ...(runId === undefined ? {} : { run_id: runId }),
  query: 'crash on an empty file',
  decision: 'deliver',
  path: 'hybrid',
  reason: 'one lesson fits',
  tokens: 40,
  at: minute(1),
  candidates: [
    { lesson_id: 'les_shown', rank: 1, score: 0.9 },
    { lesson_id: 'les_cut', rank: 2, score: 0.4, cut: 'limit' },
  ],
  ...change,
});

/** One task with one run, in the project that is named. */
export const addRunWithTask = (store: ContractStore, project = 'app'): Promise<void> =>
  store.unitOfWork.write(async ({ directory, runs }) => {
    await directory.addProject(project, minute(0));
    await runs.addTask(sampleTask('task_1', { project, task_key: 'APP-1' }));
    await runs.addRun(sampleRun('run_1', 'task_1', { project }));
  });
