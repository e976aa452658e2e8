import { ORGANISATION } from '../../domain/organisation.ts';
import type { Origin, Stance } from '../../domain/stance.ts';
import type { OrganisationStore } from '../../ports/organisation-store.ts';
import type { Connection } from './connection.ts';
import { RecordTable } from './record-table.ts';

const OWNER = ['project_id', 'lesson_id'];

export const sqliteOrganisationStore = (connection: Connection): OrganisationStore => {
  const origins = new RecordTable<Origin>(connection, {
    table: 'organisation_origin',
    owner: ['project_id'],
    fields: { lesson_id: 'plain', from_project: 'plain', from_lesson_id: 'plain', by: 'plain', at: 'plain' },
  });
  const stances = new RecordTable<Stance>(connection, {
    table: 'organisation_stance',
    owner: ['project_id'],
    numberedBy: OWNER,
    fields: { lesson_id: 'plain', stance: 'plain', reason: 'plain', by: 'plain', role: 'plain', at: 'plain' },
  });
  return {
    addOrigin: async (origin) => origins.add(origin, { project_id: ORGANISATION }),
    originOf: async (lessonId) =>
      origins.first('WHERE project_id = @project AND lesson_id = @lessonId', { project: ORGANISATION, lessonId }),
    originsIn: async (from) =>
      origins.select('WHERE project_id = @project AND from_project = @from ORDER BY at, lesson_id', {
        project: ORGANISATION,
        from,
      }),
    addStance: async (project, stance) => stances.add(stance, { project_id: project }),
    stancesIn: async (project) =>
      stances.select(
        `WHERE project_id = @project AND seq = (SELECT max(seq) FROM organisation_stance AS newest
           WHERE newest.project_id = organisation_stance.project_id AND newest.lesson_id = organisation_stance.lesson_id)
         ORDER BY lesson_id`,
        { project },
      ),
    stancesOn: async (project, lessonId) =>
      stances.select('WHERE project_id = @project AND lesson_id = @lessonId ORDER BY seq', { project, lessonId }),
  };
};
