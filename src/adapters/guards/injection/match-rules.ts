import { RULES, type Rule } from './rules.ts';
import type { Sentence, Word } from './sentences.ts';

/** Words that name a thing in order to keep it out; what they govern is a subject, not an order. */
const KEEPS_OUT =
  /^(?:flag|reject|detect|strip|escape|saniti[sz]e|filter|refuse|block|forbid|forbidden|prohibit|prevent|avoid|catch|guard|warn|assert|expect|deny|scan|lint)(?:s|es|ed|ing|t)?$/u;
/** Nouns behind which quoted words are examples. */
const NAMES =
  /^(?:sentence|phrase|string|payload|fixture|example|sample|attack|injection|text|message|pattern|word|test|prompt|input|comment|title|request|error|label|button)s?$/u;
/** They forbid what stands right behind them only. */
const CLOSE = /^(?:no|nobody|none)$/u;
const CONDITION = /^(?:if|when|whenever|because|since|that|which|models?|agents?)$/u;
const FORBIDS =
  /^(?:never|not|don't|doesn't|mustn't|shouldn't|can't|cannot|won't|neither|stop|without|refrain|against|isn't|aren't)$/u;
/** After a negation they turn it round: "do not hesitate to". */
const TURNS_ROUND = /^(?:hesitate|forget|fail|mind|worry|bother|wait|afraid|shy|stop|miss|neglect|only|just)$/u;
/** A new start behind which an earlier "never" says nothing. */
const NEW_START = /^(?:but|then|instead|rather|however|and|so|therefore|otherwise|unless)$/u;
const LOOK_BACK = 10;

export interface Match {
  readonly rule: string;
  /** Offset in the text of its first and its last word. */
  readonly from: number;
  readonly to: number;
}

/** The rules that hold in a sentence, each once. */
export const matchRules = (sentence: Sentence): Match[] =>
  RULES.flatMap((rule) => {
    if (!rule.all.every((concept) => sentence.at.has(concept))) return [];
    const span = spansOf(rule, sentence.at).find(
      ({ first, last }) =>
        (rule.unbroken !== true || !isBroken(sentence, first, last)) &&
        (rule.evenNegated === true || !isNamed(sentence, first)) &&
        (rule.told !== true || !isCondition(sentence, first)),
    );
    const from = sentence.words[span?.first ?? -1];
    const to = sentence.words[span?.last ?? -1];
    return from === undefined || to === undefined ? [] : [{ rule: rule.name, from: from.offset, to: to.offset }];
  });

/** Places where all concepts of the rule stand close enough, each on a word of its own. */
const spansOf = (rule: Rule, at: Sentence['at']): { first: number; last: number }[] => {
  const [anchor, ...others] = rule.all;
  return (at.get(anchor) ?? []).flatMap((start) => {
    const taken = [start];
    for (const concept of others) {
      const next = nearest(at.get(concept) ?? [], start, taken, rule);
      if (next === null) return [];
      taken.push(next);
    }
    const first = Math.min(...taken);
    const last = Math.max(...taken);
    return last - first <= rule.within ? [{ first, last }] : [];
  });
};

const nearest = (places: readonly number[], start: number, taken: readonly number[], rule: Rule): number | null => {
  const after = taken[taken.length - 1] ?? start;
  let best: number | null = null;
  for (const place of places) {
    if (taken.includes(place) || (rule.ordered === true && place < after)) continue;
    if (Math.abs(place - start) > rule.within) continue;
    if (rule.tight !== undefined && taken.length === rule.all.length - 1 && place - after > rule.tight) continue;
    if (best === null || Math.abs(place - start) < Math.abs(best - start)) best = place;
  }
  return best;
};

/** True when the words before say that what follows must not be, or only name it. */
const isNamed = ({ words }: Sentence, first: number): boolean => {
  for (let index = first; index >= Math.max(0, first - LOOK_BACK); index -= 1) {
    const said = index === first ? null : saysOf(words, index, first);
    if (said !== null) return said;
    // What was forbidden before a colon is over, unless what stands behind it is quoted.
    if (words[index]?.opens === true && words[first]?.quoted !== true) return false;
  }
  return false;
};

/** What one word before says of the match: it forbids or names it, it begins anew, or neither (null). */
const saysOf = (words: readonly Word[], index: number, first: number): boolean | null => {
  const text = words[index]?.text ?? '';
  if (FORBIDS.test(text)) return ![1, 2].some((step) => TURNS_ROUND.test(words[index + step]?.text ?? ''));
  if (KEEPS_OUT.test(text) || (CLOSE.test(text) && index >= first - 2)) return true;
  if (words[first]?.quoted === true && NAMES.test(text)) return true;
  return NEW_START.test(text) && index < first - 1 ? false : null;
};

const DENIES = /^(?:nothing|nobody|never|not|no|none|cannot|can't|won't|mustn't|shouldn't)$/u;

const isBroken = ({ words }: Sentence, first: number, last: number): boolean =>
  words.slice(first + 1, last).some((word) => DENIES.test(word.text));

const isCondition = ({ words }: Sentence, first: number): boolean =>
  words.slice(Math.max(0, first - 3), first).some((word) => CONDITION.test(word.text));
