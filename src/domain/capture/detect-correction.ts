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

/** From here on the agent is asked at its stop whether there is a lesson. */
export const ASK_FROM = 0.5;
const LONGEST_QUOTE = 300;
const LONGEST_CUED = 600;

/** Cues with their weights, in log odds; each counts once. */
const CUES: readonly (readonly [weight: number, cue: RegExp])[] = [
  [2.2, /^\s*(?:no|nope|wrong|stop|wait|nein|nie|não|нет|不)(?=[\s,.!:;—-]|$)/iu],
  [1.6, /\b(?:don't|do not|dont|never|should(?:n't| not)|must not|nicht)\b/iu],
  [1.8, /\b(?:instead|rather than|not .{1,40} but)\b/iu],
  [1.2, /\b(?:use|we use|always|supposed to|should (?:be|have|use)|has to)\b/iu],
  [2.2, /\b(?:revert|undo|roll ?back|put (?:it|that|them)? ?back|restore)\b/iu],
  [1.6, /\b(?:still|again)\b.{0,60}\b(?:not|n't|fail|error|broken|wrong|crash|empty|missing)/iu],
  [2.0, /\b(?:i said|i told you|as i said|i asked|you (?:forgot|missed|ignored|broke|removed|deleted|changed))\b/iu],
  [1.8, /\b(?:that's|that is|this is|it's|you're|you are) (?:wrong|not (?:right|what|correct)|incorrect|broken)\b/iu],
  [1.4, /\b(?:doesn't|does not|didn't|did not|isn't|is not|won't) (?:work|show|run|compile|build|exist|match|load)/iu],
  [1.0, /\bwhy (?:did|do|are|is|have|would) (?:you|it|the)\b/iu],
];

const BIAS = -2.4;
/** Before the agent did anything there is nothing of its to correct. */
const NOTHING_YET = -3;

/**
 * Whether a person's turn corrects what the agent did, from cues in its words. A small model with the same interface may take
 * its place; either only decides whether to ask, never what is kept as a lesson.
 */
export const detectCorrection = (turn: string, context: TurnContext): Detection => {
  const text = turn.trim();
  const head = text.slice(0, LONGEST_CUED);
  const sum = CUES.reduce((left, [weight, cue]) => (cue.test(head) ? left + weight : left), BIAS);
  const odds = sum + (context.began ? 0 : NOTHING_YET) + (text.length > LONGEST_CUED ? -1 : 0);
  const probability = 1 / (1 + Math.exp(-odds));
  return { kind: kindOf(head, probability, context.began), probability, draft: draftOf(text, context) };
};

const SAYS_RIGHT =
  /\b(?:use|instead|should|always|never|don't|do not|must|has to|have to|only|revert|undo|put .{0,20}back|we (?:use|have|never|always))\b/iu;

const kindOf = (text: string, probability: number, began: boolean): TurnKind => {
  const standing = /\b(?:always|never|from now on|in future|remember)\b/iu.test(text);
  if (probability < ASK_FROM) return standing ? 'preference' : 'none';
  if (!began) return 'preference';
  return SAYS_RIGHT.test(text) ? 'correction' : 'complaint';
};

const draftOf = (text: string, { did }: TurnContext): Detection['draft'] => {
  const sentences = text.split(/(?<=[.!?:;])\s+|\n+/u).filter((one) => one.trim() !== '');
  const right = sentences.filter((one) => SAYS_RIGHT.test(one)).join(' ');
  return { wrong: did.at(-1) ?? '', right: cut(right || text), quote: cut(text) };
};

const cut = (text: string): string =>
  text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`;
