import type { EventLine } from '../../src/domain/events/event-line.ts';
import { at } from './histories.ts';

export const asText = (lines: readonly object[]): string => lines.map((line) => JSON.stringify(line)).join('\n');

export interface TaskEvents {
  readonly key: string;
  /** Minutes after 2026-10-01T09:00Z. */
  readonly start: number;
  readonly clean?: boolean;
  readonly interventions?: number;
  readonly workflow?: string;
  readonly project?: string;
  readonly lesson?: string;
}

/** All lines of a task with one run, confirmed by CI after half an hour. */
export const taskEvents = (task: TaskEvents): EventLine[] => {
  const { key: run, start } = task;
  return [
    {
      type: 'run',
      run,
      task_key: run,
      workflow: task.workflow ?? 'bugfix',
      at: at(start),
      ...(task.project === undefined ? {} : { project: task.project }),
    },
    {
      type: 'recall',
      run,
      at: at(start),
      path: 'hybrid',
      decision: 'deliver',
      lessons: [task.lesson ?? 'les_reference'],
      tokens: 120,
    },
    ...Array.from(
      { length: task.interventions ?? 0 },
      (_, index): EventLine => ({
        type: 'intervention',
        run,
        at: at(start + 10 + index),
        kind: 'correction',
        wrong: 'edited the generated file',
        right: 'edit its source',
        repeat_of: task.lesson ?? 'les_reference',
        why: 'ignored',
      }),
    ),
    {
      type: 'verdict',
      run,
      at: at(start + 25),
      lesson: task.lesson ?? 'les_reference',
      verdict: 'helpful',
      by: 'ann',
      source: 'human',
    },
    {
      type: 'outcome',
      run,
      at: at(start + 30),
      outcome: (task.clean ?? true) ? 'completed_clean' : 'failed',
      source: 'ci',
    },
  ];
};
