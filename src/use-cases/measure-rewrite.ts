import { HoneError } from '../domain/error.ts';
import { type CommitAuthor, commitAuthor } from '../domain/git/commit-author.ts';
import type { CodeHistory } from '../ports/code-history.ts';

export interface Rewrite {
  /** Lines of agents that people replaced or reverted ÷ lines of agents that reached a person. */
  readonly share: number;
  readonly replaced_lines: number;
  readonly agent_lines: number;
  readonly agent_commits: number;
  readonly person_commits: number;
}

/**
 * The share of an agent's lines that people replaced or reverted in `BASE..HEAD`. What an agent itself wrote anew does not
 * count, nor does white space.
 *
 * @throws HoneError INVALID_INPUT for a range that is none or holds no line of an agent.
 */
export const measureRewrite = async (
  history: CodeHistory,
  input: { range: string; agents?: readonly string[] },
): Promise<Rewrite> => {
  const commits = await history.commits(input.range);
  const of = (author: CommitAuthor): string[] =>
    commits.filter((one) => commitAuthor(one, input.agents) === author).map(({ id }) => id);
  const agents = new Set(of('agent'));
  const people = of('person');
  if (agents.size === 0) throw noAgent(commits.length);
  const linesOf = (counts: ReadonlyMap<string, number>): number =>
    [...counts].reduce((sum, [commit, lines]) => (agents.has(commit) ? sum + lines : sum), 0);
  let replaced = 0;
  for (const commit of people) replaced += linesOf(await history.replacedBy(input.range, commit));
  const total = replaced + linesOf(await history.standing(input.range));
  if (total === 0) throw noAgent(commits.length);
  return {
    share: replaced / total,
    replaced_lines: replaced,
    agent_lines: total,
    agent_commits: agents.size,
    person_commits: people.length,
  };
};

const noAgent = (commits: number): HoneError =>
  new HoneError(
    'INVALID_INPUT',
    `Of the ${commits} commits in this range none holds lines that an agent signed.`,
    'An agent signs as author or as `Co-Authored-By:`. Name yours with --agent. Example: hone outcome APP-7 --from-git main..HEAD --agent "our-agent"',
  );
