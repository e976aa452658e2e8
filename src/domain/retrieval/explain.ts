import type { Match } from './fusion.ts';

export interface Shares {
  readonly query: Match;
  readonly aspects: readonly { text: string; match: Match }[];
  readonly sharedWords: readonly string[];
  readonly scope: number;
  readonly recency: number;
  readonly utility: number;
  readonly certainty: number;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const WORDS_SHOWN = 8;

/** Why a lesson came, in words a developer understands; each line is one arm. */
export const explain = (shares: Shares): string[] => {
  const lines = [`words: ${percent(shares.query.coverage)} of the query's weight`];
  if (shares.sharedWords.length > 0) lines[0] += ` (${shares.sharedWords.slice(0, WORDS_SHOWN).join(', ')})`;
  if (shares.query.cosine !== null) lines.push(`meaning: cosine ${shares.query.cosine.toFixed(2)}`);
  const best = [...shares.aspects].sort((a, b) => (b.match.cosine ?? 0) - (a.match.cosine ?? 0))[0];
  if (best !== undefined) {
    lines.push(
      `aspect: "${best.text}" ${best.match.cosine === null ? '' : `cosine ${best.match.cosine.toFixed(2)}, `}words ${percent(best.match.coverage)}`,
    );
  }
  if (shares.scope > 0) lines.push(`paths: ${percent(shares.scope)}`);
  if (shares.recency < 0.95) lines.push(`age: ×${shares.recency.toFixed(2)}`);
  if (shares.utility < 1) lines.push(`verdicts: ×${shares.utility.toFixed(2)}`);
  lines.push(`certainty ${shares.certainty.toFixed(2)}`);
  return lines;
};
