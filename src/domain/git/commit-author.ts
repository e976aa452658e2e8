/** A commit with all who signed it: author and co-authors, each as `Name <address>`. */
export interface Commit {
  readonly id: string;
  readonly signers: readonly string[];
}

/** Whose a commit is. `machine`: formatters and dependency updates; their lines are nobody's. */
export type CommitAuthor = 'agent' | 'machine' | 'person';

/** Under which addresses agents sign. Names alone do not count: people have such names, too. */
const AGENT_ADDRESSES = [
  /<(?:noreply@(?:anthropic\.com|openai\.com|opencode\.ai)|cursoragent@cursor\.com|[^@>]*@aider\.chat)>/u,
  /\+(?:copilot|[a-z0-9-]*(?:claude|codex|copilot|cursor|devin|gemini|jules|opencode)[a-z0-9-]*\[bot\])@users\.noreply\.github\.com>/u,
  /\(aider\)/u,
];

/** @param named texts that mark an agent's commits here, instead of the usual addresses */
export const commitAuthor = ({ signers }: Commit, named: readonly string[] = []): CommitAuthor => {
  const texts = signers.map((signer) => signer.toLowerCase());
  const wanted = named.map((one) => one.toLowerCase());
  const byAgent =
    wanted.length > 0
      ? texts.some((text) => wanted.some((one) => text.includes(one)))
      : texts.some((text) => AGENT_ADDRESSES.some((address) => address.test(text)));
  if (byAgent) return 'agent';
  return texts[0]?.includes('[bot]') ? 'machine' : 'person';
};
