import { HoneError } from '../../domain/error.ts';
import type { Citation } from '../../domain/lesson.ts';

/** An address, an absolute path, or a step out of the folder, however it is written. */
const LEAVES = /^[a-z][a-z0-9+.-]*:|^[\\/~]|(?:^|[\\/])(?:\.|%2e){2}(?:[\\/]|%2f|%5c|$)/iu;

/**
 * Citations name files of the repository.
 *
 * @throws HoneError INVALID_INPUT for a path that leaves it; no such file is ever opened.
 */
export const checkCitations = (citations: readonly Citation[] = []): void => {
  const at = citations.findIndex(({ path }) => LEAVES.test(path));
  if (at < 0) return;
  throw new HoneError(
    'INVALID_INPUT',
    `\`citations[${at}].path\` does not lie in the repository.`,
    'Give a path from the root of the repository. Example: { "path": "src/net/backoff.ts", "line": 12 }',
  );
};
