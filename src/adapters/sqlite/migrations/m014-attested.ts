import type { Migration } from './migration.ts';

/** What an agent's client says that its user answered to a checkpoint. */
export const m014Attested: Migration = {
  name: 'm014-attested',
  up: (database) => database.exec('ALTER TABLE checkpoint ADD COLUMN attested TEXT'),
};
