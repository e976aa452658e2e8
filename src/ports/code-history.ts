import type { Commit } from '../domain/git/commit-author.ts';

/**
 * What version control knows of who wrote which line. Reads only, and only commits that are there: nothing is fetched.
 *
 * Lines that differ in white space only are the same; a line in a file that was renamed stays the same line.
 */
export interface CodeHistory {
  /**
   * Commits of `BASE..HEAD`, oldest first, merges left out.
   *
   * @throws HoneError INVALID_INPUT for a range that is none, or outside a repository.
   */
  commits(range: string): Promise<Commit[]>;
  /** How many lines each commit of the range had written of those that this one deleted or replaced. */
  replacedBy(range: string, commit: string): Promise<Map<string, number>>;
  /** How many lines of each commit of the range stand at its end. */
  standing(range: string): Promise<Map<string, number>>;
}
