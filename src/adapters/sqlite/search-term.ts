import type { Pool } from '../../ports/lesson-search.ts';

const PLAIN = /^[a-z0-9]+$/u;

/**
 * A term as the full-text table holds it: number of its project, letter of its pool, then the term itself (`a`) or,
 * unless it is plain ASCII, its bytes in hex (`h`). Each project and pool so has posting lists and document
 * frequencies of its own, and no term can be query syntax or be folded together with another.
 */
export const searchTerm = (part: number, pool: Pool, term: string): string => {
  const body = PLAIN.test(term) ? `a${term}` : `h${Buffer.from(term).toString('hex')}`;
  return `${part}${pool === 'served' ? 's' : 'w'}${body}`;
};
