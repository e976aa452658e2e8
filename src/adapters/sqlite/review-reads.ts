import type { Time } from '../../domain/ids.ts';
import type { Connection } from './connection.ts';
import { standing } from './standing-facts.ts';

/** What was shown and not followed: by a correction of it, or by a verdict. */
const IGNORED = `
SELECT lesson_id, at FROM correction WHERE project_id = @project AND repeat_why = 'ignored' AND lesson_id IS NOT NULL
UNION ALL SELECT lesson_id, at FROM verdict WHERE project_id = @project AND verdict = 'ignored'
  AND ${standing('verdict')}`;

/** A person looked at the words of a lesson when they wrote a version of it or accepted one. */
const LOOKED_AT = `
SELECT lesson_id, max(
  coalesce((SELECT max(at) FROM lesson_version AS v WHERE v.project_id = @project AND v.lesson_id = lesson.lesson_id), ''),
  coalesce((SELECT max(at) FROM transition AS t WHERE t.project_id = @project AND t.lesson_id = lesson.lesson_id
    AND t."to" = 'active' AND t.role <> 'policy'), '')) AS since
FROM lesson WHERE project_id = @project AND state IN ('active', 'provisional')
  AND lesson_id IN (SELECT lesson_id FROM ignored)`;

/** One join and not a record for each lesson: a project with a long history has hundreds of them. */
export const ignoredLessons = (connection: Connection, project: string): { lesson_id: string; times: number }[] =>
  connection.all(
    `WITH ignored AS MATERIALIZED (${IGNORED}), looked_at AS MATERIALIZED (${LOOKED_AT})
     SELECT ignored.lesson_id, count(*) AS times FROM ignored JOIN looked_at USING (lesson_id)
     WHERE ignored.at > looked_at.since GROUP BY ignored.lesson_id ORDER BY ignored.lesson_id`,
    { project },
  );

/** Runs of which each lesson is known to have a part: it was shown in them, or they were corrected as it says. */
export const reachOf = (
  connection: Connection,
  project: string,
  lessonIds: readonly string[],
  since: Time,
): { lesson_id: string; runs: number }[] =>
  connection.all(
    `WITH touched AS (
       SELECT shown.lesson_id, recall.run_id AS of FROM recall_candidate AS shown JOIN recall USING (project_id, recall_id)
       WHERE shown.project_id = @project AND shown.lesson_id IN (SELECT value FROM json_each(@ids)) AND shown.cut IS NULL
         AND recall.at >= @since AND recall.run_id IS NOT NULL
       UNION SELECT lesson_id, coalesce(run_id, correction_id) FROM correction
       WHERE project_id = @project AND lesson_id IN (SELECT value FROM json_each(@ids)) AND at >= @since)
     SELECT lesson_id, count(*) AS runs FROM touched GROUP BY lesson_id ORDER BY lesson_id`,
    { project, ids: JSON.stringify(lessonIds), since },
  );

/** Conflicts that nobody has judged, of the lessons named with others. */
export const openConflicts = (
  connection: Connection,
  project: string,
  lessonIds: readonly string[],
): { lesson_id: string; opposes: string }[] =>
  connection.all(
    `SELECT link.from_lesson_id AS lesson_id, link.lesson_id AS opposes FROM lesson_link AS link
     WHERE link.project_id = @project AND link.relation = 'conflict'
       AND link.from_lesson_id IN (SELECT value FROM json_each(@ids))
       AND NOT EXISTS (SELECT 1 FROM lesson_link AS judged WHERE judged.project_id = @project
         AND judged.from_lesson_id = link.from_lesson_id AND judged.lesson_id = link.lesson_id
         AND judged.relation = 'distinct')
     ORDER BY link.from_lesson_id, link.lesson_id`,
    { project, ids: JSON.stringify(lessonIds) },
  );
