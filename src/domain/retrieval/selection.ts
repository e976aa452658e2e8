import type { CutReason } from '../recall.ts';
import { SELECTION } from './constants.ts';

export interface Choice {
  readonly id: string;
  /** Ranking score; only its order and differences matter. */
  readonly score: number;
  /** Fit to be shown on its own. */
  readonly sure: boolean;
  readonly state: string;
  readonly runId: string | null;
  readonly author: string;
  readonly terms: ReadonlySet<string>;
  /** Tokens that showing it costs. */
  readonly tokens: number;
}

export const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const term of a) if (b.has(term)) shared += 1;
  return shared / (a.size + b.size - shared);
};

/** Maximal marginal relevance (Carbonell and Goldstein 1998): the next best that does not say what was chosen already. */
const nextByMmr = (left: readonly Choice[], chosen: readonly Choice[], best: number): Choice | undefined => {
  const value = (choice: Choice): number => {
    const alike = chosen.reduce((most, other) => Math.max(most, jaccard(choice.terms, other.terms)), 0);
    return SELECTION.mmrLambda * (choice.score / best) - (1 - SELECTION.mmrLambda) * alike;
  };
  return [...left].sort((a, b) => value(b) - value(a) || (a.id < b.id ? -1 : 1))[0];
};

/**
 * What is shown, in order, and why the rest is not. At most `limit` lessons within `budget` tokens; one provisional; one of a source run; `perAuthor` of an author.
 * `choices` best first. The best sure one is shown even when it alone exceeds the budget.
 */
export const select = (
  choices: readonly Choice[],
  limit: number,
  budget: number,
  perAuthor = Number.POSITIVE_INFINITY,
): { shown: string[]; cut: Map<string, CutReason> } => {
  const cut = new Map<string, CutReason>();
  for (const choice of choices) if (!choice.sure) cut.set(choice.id, 'threshold');
  let left = choices.filter((choice) => choice.sure);
  const best = left[0]?.score || 1;
  const chosen: Choice[] = [];
  let spent = 0;
  while (left.length > 0) {
    const next = nextByMmr(left, chosen, best);
    if (next === undefined) break;
    left = left.filter((choice) => choice !== next);
    const reason = refusal(next, chosen, { limit, left: budget - spent, perAuthor });
    if (reason === null) {
      chosen.push(next);
      spent += next.tokens;
    } else {
      cut.set(next.id, reason);
    }
  }
  return { shown: chosen.map((choice) => choice.id), cut };
};

const refusal = (
  choice: Choice,
  chosen: readonly Choice[],
  { limit, left, perAuthor }: { limit: number; left: number; perAuthor: number },
): CutReason | null => {
  if (chosen.length >= limit) return 'limit';
  if (chosen.filter((one) => one.author === choice.author).length >= perAuthor) return 'cap';
  const provisional = chosen.filter((one) => one.state === 'provisional').length;
  if (choice.state === 'provisional' && provisional >= SELECTION.provisional) return 'cap';
  if (choice.runId !== null && chosen.some((one) => one.runId === choice.runId)) return 'cap';
  return chosen.length > 0 && choice.tokens > left ? 'budget' : null;
};
