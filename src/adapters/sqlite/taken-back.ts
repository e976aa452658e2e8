import type { TakenBack } from '../../domain/taken-back.ts';
import type { TakenBackFacts } from '../../ports/taken-back.ts';
import type { Connection } from './connection.ts';
import { KEYS } from './standing-facts.ts';

export const sqliteTakenBack = (connection: Connection): TakenBackFacts => ({
  take: async (project, fact, key, why) => {
    const named = Object.fromEntries(key.map((value, index) => [`key${index}`, value]));
    const same = KEYS[fact].map((column, index) => `"${column}" = @key${index}`).join(' AND ');
    const [lessonId] = connection.column<string>(
      `SELECT lesson_id FROM ${fact} WHERE project_id = @project AND ${same}`,
      { project, ...named },
    );
    if (lessonId === undefined) return null;
    const taken = connection.run(
      `INSERT INTO taken_back (project_id, fact, item, lesson_id, reason, by, at)
       VALUES (@project, @fact, @item, @lessonId, @reason, @by, @at) ON CONFLICT DO NOTHING`,
      { project, fact, item: key.join(' '), lessonId, ...why },
    );
    return taken === 0 ? null : lessonId;
  },
  of: async (project, lessonId) =>
    connection.all<TakenBack>(
      `SELECT fact, lesson_id, reason, by, at FROM taken_back
       WHERE project_id = @project AND lesson_id = @lessonId ORDER BY at, fact, item`,
      { project, lessonId },
    ),
});
