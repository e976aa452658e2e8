import { type Detector, interventionProbability } from './detector.ts';

export type TurnKind = 'correction' | 'complaint' | 'preference' | 'none';

/** What is known of the moment at which a person spoke. */
export interface TurnContext {
  /** The end of the agent's turn before; empty when there was none. */
  readonly before: string;
  /** What the agent just did: commands and edited files, newest last. */
  readonly did: readonly string[];
  /** True when the agent has done or said anything in this session. */
  readonly began: boolean;
}

export interface Detection {
  readonly kind: TurnKind;
  /** That a person stepped in, 0 to 1. */
  readonly probability: number;
  readonly draft: { readonly wrong: string; readonly right: string; readonly quote: string };
}

const LONGEST_QUOTE = 300;
/**
 * Whether a person's turn corrects what the agent did. It only decides whether to ask, never what is kept as a lesson.
 * Before the agent did anything there is nothing of its to correct.
 */
export const detectCorrection = (detector: Detector, turn: string, context: TurnContext): Detection => {
  const text = turn.trim();
  const probability = context.began ? interventionProbability(detector, text, context.before) : 0;
  return { kind: kindOf(text, probability >= detector.ask), probability, draft: draftOf(text, context) };
};

const SAYS_RIGHT =
  /\b(?:use|instead|should|always|never|don't|do not|must|has to|have to|only|revert|undo|put .{0,20}back|we (?:use|have|never|always))\b/iu;

const kindOf = (text: string, corrects: boolean): TurnKind => {
  if (corrects) return SAYS_RIGHT.test(text) ? 'correction' : 'complaint';
  return /\b(?:always|never|from now on|in future|remember)\b/iu.test(text) ? 'preference' : 'none';
};

const draftOf = (text: string, { did }: TurnContext): Detection['draft'] => {
  const sentences = text.split(/(?<=[.!?:;])\s+|\n+/u).filter((one) => one.trim() !== '');
  const right = sentences.filter((one) => SAYS_RIGHT.test(one)).join(' ');
  return { wrong: did.at(-1) ?? '', right: cut(right || text), quote: cut(text) };
};

const cut = (text: string): string =>
  text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`;
