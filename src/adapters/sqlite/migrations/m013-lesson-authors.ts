import type { Migration } from './migration.ts';

/** Counts the people who have active lessons without reading the lessons. */
export const m013LessonAuthors: Migration = {
  name: 'm013-lesson-authors',
  up: (database) => {
    database.exec('CREATE INDEX lesson_by_author ON lesson (project_id, state, author)');
  },
};
