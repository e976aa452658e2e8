import type { Migration } from './migration.ts';

/** What votes and triggers are of, so that an edit discounts them; and what a project's verdicts say of its recall. */
export const m007Learning: Migration = {
  name: 'm007-learning',
  up: (database) => {
    database.exec(`
      ALTER TABLE vote ADD COLUMN version INTEGER; -- of the lesson; null: cast before it was kept
      ALTER TABLE lesson_trigger ADD COLUMN version INTEGER;
      CREATE TABLE calibration (
        project_id TEXT PRIMARY KEY REFERENCES project,
        fitted_at TEXT NOT NULL,
        verdicts INTEGER NOT NULL,
        threshold REAL, -- null: none can be promised
        curve TEXT -- null: too few verdicts
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
