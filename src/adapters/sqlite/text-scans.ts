import type { TextScans } from '../../ports/text-scans.ts';
import type { Connection } from './connection.ts';

const DUE = `FROM lesson LEFT JOIN text_scan USING (project_id, lesson_id)
  WHERE lesson.project_id = @project AND (text_scan.rules IS NOT @rules OR text_scan.found <> '[]')`;

export const sqliteTextScans = (connection: Connection): TextScans => ({
  due: async (project, rules, limit) => {
    const [total = 0] = connection.column<number>(`SELECT count(*) ${DUE}`, { project, rules });
    const items = connection.column<string>(`SELECT lesson_id ${DUE} ORDER BY lesson_id LIMIT @limit`, {
      project,
      rules,
      limit,
    });
    return { items, total };
  },
  note: async (project, lessonId, { rules, found, at }) => {
    connection.run(
      `INSERT INTO text_scan (project_id, lesson_id, rules, found, at)
       VALUES (@project, @lessonId, @rules, @found, @at)
       ON CONFLICT (project_id, lesson_id) DO UPDATE SET rules = @rules, found = @found, at = @at`,
      { project, lessonId, rules, found: JSON.stringify(found), at },
    );
  },
});
