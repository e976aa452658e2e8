import { openReader } from '../database.ts';

/** Tokens that have ended in the store at `path`; none when it is too damaged to tell. */
export const endedTokens = (path: string): { token_id: string; ended_by: string }[] => {
  try {
    const database = openReader(path, false);
    try {
      return database.prepare('SELECT token_id, ended_by FROM token WHERE ended_at IS NOT NULL').all() as {
        token_id: string;
        ended_by: string;
      }[];
    } finally {
      database.close();
    }
  } catch {
    return [];
  }
};
