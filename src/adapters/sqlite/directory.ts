import type { Directory } from '../../ports/directory.ts';
import type { Connection } from './connection.ts';
import { sqliteMembers } from './members.ts';
import { sqliteTokens } from './tokens.ts';

export const sqliteDirectory = (connection: Connection): Directory => ({
  ...sqliteTokens(connection),
  ...sqliteMembers(connection),
  addProject: async (project, at) => {
    connection.run(
      `INSERT INTO project (project_id, part, created_at)
       VALUES (@project, (SELECT coalesce(max(part), 0) + 1 FROM project), @at) ON CONFLICT DO NOTHING`,
      { project, at },
    );
  },
  listProjects: async () =>
    connection.all<{ project: string; lessons: number; runs: number }>(
      `SELECT project_id AS project,
              (SELECT count(*) FROM lesson WHERE lesson.project_id = project.project_id) AS lessons,
              (SELECT count(*) FROM run WHERE run.project_id = project.project_id) AS runs
       FROM project ORDER BY project_id`,
      {},
    ),
});
