import type { AnswerStore } from '../../ports/answer-store.ts';
import type { Connection } from './connection.ts';

export const sqliteAnswerStore = (connection: Connection): AnswerStore => ({
  find: async (slot) =>
    connection.get<{ fingerprint: string; answer: string }>(
      `SELECT fingerprint, answer FROM answer
       WHERE project_id = @project AND principal = @principal AND verb = @verb AND key = @key`,
      { ...slot },
    ) ?? null,
  keep: async (slot, entry) => {
    connection.run(
      `INSERT INTO answer (project_id, principal, verb, key, fingerprint, answer, at)
       VALUES (@project, @principal, @verb, @key, @fingerprint, @answer, @at)`,
      { ...slot, ...entry },
    );
  },
});
