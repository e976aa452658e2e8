import { lessonTables } from './m001-lesson-tables.ts';
import { runTables } from './m001-run-tables.ts';
import { searchTables } from './m001-search-tables.ts';
import type { Migration } from './migration.ts';

/** Tables whose rows are facts: appended, never changed. */
const APPEND_ONLY = [
  'lesson_version',
  'evidence',
  'lesson_trigger',
  'transition',
  'vote',
  'task',
  'run',
  'recall',
  'recall_candidate',
  'correction',
  'intervention',
  'verdict',
  'outcome',
  'answer',
];

/** The first schema. The project leads every key, so that tables can be spread by it without change. */
export const m001Start: Migration = {
  name: 'm001-start',
  up: (database) => {
    database.exec(lessonTables);
    database.exec(runTables);
    database.exec(searchTables);
    for (const table of APPEND_ONLY) {
      for (const change of ['UPDATE', 'DELETE']) {
        database.exec(
          `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
           BEGIN SELECT raise(ABORT, 'append-only'); END`,
        );
      }
    }
  },
};
