import type { Migration } from './migration.ts';

/** Metrics read many rows and few columns: these hold all that they count, in the order in which they ask for it. */
export const m011CohortIndexes: Migration = {
  name: 'm011-cohort-indexes',
  up: (database) => {
    database.exec(`
      CREATE INDEX task_of_cohort ON task (project_id, started_at, task_id, workflow, arm, drawn_in);
      DROP INDEX task_by_start;
      CREATE INDEX run_of_task ON run (project_id, task_id, started_at, attempt, run_id, looped);
      DROP INDEX run_by_task;
      CREATE INDEX recall_of_run ON recall (project_id, run_id, at, recall_id, decision, path, tokens);
      DROP INDEX recall_by_run;
      CREATE INDEX shown_in_recall ON recall_candidate (project_id, recall_id, rank, lesson_id, cut)
        WHERE cut IS NULL OR cut = 'holdout';
    `);
  },
};
