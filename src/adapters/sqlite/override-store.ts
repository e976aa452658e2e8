import type { Override } from '../../domain/override.ts';
import type { OverrideStore } from '../../ports/override-store.ts';
import type { Connection } from './connection.ts';

export const sqliteOverrideStore = (connection: Connection): OverrideStore => ({
  active: async (at) =>
    connection.all<Override>(
      `SELECT name, since, until, reason, by FROM override_event AS newest
       WHERE until > @at AND seq = (SELECT max(seq) FROM override_event WHERE name = newest.name) ORDER BY name`,
      { at },
    ),
  set: async (override) => append(connection, { ...override }),
  clear: async (name, { at, by }) => append(connection, { name, since: at, until: null, reason: 'cleared', by }),
});

const append = (
  connection: Connection,
  row: { name: string; since: string; until: string | null; reason: string; by: string },
): void => {
  connection.run(
    `INSERT INTO override_event (name, since, until, reason, by) VALUES (@name, @since, @until, @reason, @by)`,
    row,
  );
};
