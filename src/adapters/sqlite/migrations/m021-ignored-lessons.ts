import type { Migration } from './migration.ts';

/** The few verdicts and corrections that the review queue looks for among all. */
export const m021IgnoredLessons: Migration = {
  name: 'm021-ignored-lessons',
  up: (database) => {
    database.exec(`
CREATE INDEX verdict_ignored ON verdict (project_id, lesson_id, at) WHERE verdict = 'ignored';
CREATE INDEX correction_ignored ON correction (project_id, lesson_id, at) WHERE repeat_why = 'ignored';
`);
  },
};
