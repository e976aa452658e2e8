import type { Membership } from '../../domain/membership.ts';
import type { Directory } from '../../ports/directory.ts';
import type { Connection } from './connection.ts';

type Members = Pick<Directory, 'setMember' | 'membersOf' | 'membershipsOf'>;

/** Projects come first: of each, one row is looked up by its key. */
const NEWEST = `SELECT member.project_id AS project, name, role, by, at
  FROM project CROSS JOIN member ON member.project_id = project.project_id
  WHERE role IS NOT NULL AND seq = (SELECT max(seq) FROM member AS newest
    WHERE newest.project_id = member.project_id AND newest.name = member.name)`;

/** The half of the directory that knows who belongs where. */
export const sqliteMembers = (connection: Connection): Members => ({
  setMember: async (project, name, role, { by, at }) => {
    connection.run(
      `INSERT INTO member (project_id, name, seq, role, by, at) VALUES (@project, @name,
         (SELECT coalesce(max(seq), 0) + 1 FROM member WHERE project_id = @project AND name = @name), @role, @by, @at)`,
      { project, name, role, by, at },
    );
  },
  membersOf: async (project) =>
    connection.all<Membership>(`${NEWEST} AND project.project_id = @project ORDER BY name`, { project }),
  membershipsOf: async (name) =>
    connection.all<Membership>(`${NEWEST} AND name = @name ORDER BY member.project_id`, { name }),
});
