import { type CheckedCitation, checkCitation, withHash } from '../../domain/citation.ts';
import type { Citation } from '../../domain/lesson.ts';
import type { SourceTree } from '../../ports/source-tree.ts';

/** Citations with a hash of their lines, where Hone was called from that project's repository. */
export const hashCited = async (
  tree: SourceTree,
  project: string,
  citations: readonly Citation[],
): Promise<readonly Citation[]> => {
  if (tree.project !== project) return citations;
  return Promise.all(citations.map(async (one) => withHash(withoutHash(one), await tree.read(one.path))));
};

/** A hash is made here, never taken over from a text. */
const withoutHash = ({ hash: _, ...citation }: Citation): Citation => citation;

/** How citations stand in the repository now; null where Hone was not called from that project's repository. */
export const checkCited = async (
  tree: SourceTree,
  project: string,
  citations: readonly Citation[],
): Promise<readonly CheckedCitation[] | null> => {
  if (tree.project !== project || citations.length === 0) return null;
  return Promise.all(citations.map(async (one) => checkCitation(one, await tree.read(one.path))));
};
