import type { Migration } from './migration.ts';

/** Why a recall was served by another way than the first, in a word that can be counted. */
export const m006Fallbacks: Migration = {
  name: 'm006-fallbacks',
  up: (database) => database.exec('ALTER TABLE recall ADD COLUMN fallback TEXT'),
};
