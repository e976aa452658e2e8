import { ENDED_BY_TIME, type Token } from '../../domain/token.ts';
import type { Directory } from '../../ports/directory.ts';
import type { Connection } from './connection.ts';
import { RecordTable } from './record-table.ts';

type Tokens = Pick<Directory, 'addToken' | 'findToken' | 'tokensLike' | 'listTokens' | 'endToken' | 'isShared'>;

interface Hashed {
  readonly hash: string;
}

const FIELDS = {
  token_id: 'plain',
  name: 'plain',
  role: 'plain',
  projects: 'json',
  created_at: 'plain',
  created_by: 'plain',
  expires_at: 'plain',
  ended_at: 'plain',
  ended_by: 'plain',
} as const;
const LOOKUP_DIGITS = 16;

const lookupOf = (hash: string): string => hash.slice(0, LOOKUP_DIGITS);

/** The half of the directory that knows credentials. */
export const sqliteTokens = (connection: Connection): Tokens => {
  const tokens = new RecordTable<Token>(connection, { table: 'token', fields: FIELDS, owner: ['lookup', 'hash'] });
  const hashed = new RecordTable<Token & Hashed>(connection, { table: 'token', fields: { ...FIELDS, hash: 'plain' } });
  return {
    addToken: async (token, hash) => tokens.add(token, { lookup: lookupOf(hash), hash }),
    findToken: async (tokenId) => tokens.first('WHERE token_id = @tokenId', { tokenId }),
    tokensLike: async (sought) =>
      hashed
        .select('WHERE lookup = @lookup', { lookup: lookupOf(sought) })
        .map(({ hash, ...token }) => ({ token, hash })),
    listTokens: async () => tokens.select('ORDER BY created_at, token_id', {}),
    endToken: async (tokenId, { at, by }) =>
      connection.run('UPDATE token SET ended_at = @at, ended_by = @by WHERE token_id = @tokenId AND ended_at IS NULL', {
        tokenId,
        at,
        by,
      }) > 0,
    isShared: async () =>
      connection.column<number>(
        `SELECT EXISTS (SELECT 1 FROM token WHERE ended_at IS NULL OR ended_by = '${ENDED_BY_TIME}')`,
        {},
      )[0] === 1,
  };
};
