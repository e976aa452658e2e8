import type { LessonLife } from '../../domain/metrics/lesson-life.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';

type StepRow = LessonLife['steps'][number] & { lesson_id: string };

/** Steps and confirmations of every lesson of a project. */
export const lessonLives = (connection: Connection, project: string): LessonLife[] => {
  const steps = connection.all<StepRow>(
    'SELECT lesson_id, "from", "to", role, at FROM transition WHERE project_id = @project ORDER BY lesson_id, seq',
    { project },
  );
  const confirmations = connection.all<{ lesson_id: string; at: string }>(
    'SELECT lesson_id, at FROM lesson_trigger WHERE project_id = @project ORDER BY lesson_id, seq',
    { project },
  );
  const confirmed = groupBy(confirmations, (one) => one.lesson_id);
  return [...groupBy(steps, (step) => step.lesson_id)].map(([lesson_id, own]) => ({
    lesson_id,
    steps: own.map(({ lesson_id: _, ...step }) => step),
    confirmed: (confirmed.get(lesson_id) ?? []).map(({ at }) => at),
  }));
};
