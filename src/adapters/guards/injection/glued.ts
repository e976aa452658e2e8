import type { Match } from './match-rules.ts';

const DROP = 'ignore|disregard|forget|over+ide|bypas+|discard|dismis+|disobey|neglect';
const BEFORE = 'previous|prior|earlier|above|preceding|system|original|initial|former|foregoing';
const SAID = 'instruction|prompt|rule|directive|mes+age|guideline|com+and|order|restriction|guardrail|constraint';
const ACT = 'merge|push|deploy|com+it|publish|release|ap+rove|proce+d|continue';
const CONTROL = 'review|ap+roval|asking|permis+ion|consent|confirmation|human';

/** Orders in letters alone, however they were spaced, dotted, joined or stretched; a double letter may be a single one. */
const ORDERS: readonly { readonly rule: string; readonly pattern: RegExp }[] = [
  {
    rule: 'earlier instructions are set aside',
    pattern: new RegExp(
      `(?:${DROP})(?:al+|any|every|each)?(?:of)?(?:the|your|these|those|my|its)?(?:${BEFORE})(?:system|set+ing)?(?:${SAID})`,
      'gu',
    ),
  },
  {
    rule: 'an agent is told to act without a human',
    pattern: new RegExp(`(?:${ACT})(?:it|this|that|now|atonce)?without(?:a|any|the|human|user)?(?:${CONTROL})`, 'gu'),
  },
  {
    rule: 'something is kept from the people in charge',
    pattern:
      /(?:donot|dont|never)(?:tel+|inform|notify|mention(?:it|this)?to)(?:the)?(?:user|human|reviewer|developer)/gu,
  },
];

/** Words as people write them: letters, and one blank between two. */
const PLAIN = /^[a-z']+(?: [a-z']+)+$/u;
/** Every word of an order that is written plainly; the sentence rules read those. */
const KNOWN =
  /^(?:(?:ignor|disregard|forgett?|overrid|bypass|discard|dismiss|disobey|neglect|merg|push|deploy|committ?|publish|releas|approv|proceed|continu)(?:e|s|es|d|ed|ing)?|(?:instruction|prompt|rule|directive|message|guideline|command|order|restriction|guardrail|constraint|review|approval|permission|human|user|reviewer|developer|setting)s?|previous|prior|earlier|above|preceding|system|original|initial|former|foregoing|asking|consent|confirmation|all|any|every|each|of|the|your|these|those|my|its|it|this|that|now|at|once|a|without|do|not|don't|dont|never|tell|inform|notify|mention|to)$/u;
const NAMES =
  /\b(?:test|tests|fixture|named?|reject\w{0,3}|detect\w{0,3}|flag\w{0,4}|block\w{0,3}|quarantine\w{0,3}|case|function|method|rule|phrase|payload|variable|const|let)\b[^\n]{0,40}$/u;

/** Orders whose words were pulled apart, glued together or stretched, so that no rule for words sees them. */
export const findGlued = (text: string): Match[] => {
  const found = [false, true].flatMap((once) => findIn(text, lettersOf(text, once)));
  return [...new Map(found.map((one) => [one.rule, one])).values()];
};

const findIn = (text: string, { letters, places }: Letters): Match[] =>
  ORDERS.flatMap(({ rule, pattern }) => {
    for (const match of letters.matchAll(pattern)) {
      const from = places[match.index] ?? 0;
      const to = (places[match.index + match[0].length - 1] ?? from) + 1;
      if (isPlain(text, from, to) || NAMES.test(text.slice(Math.max(0, from - 60), from))) continue;
      return [{ rule, from, to }];
    }
    return [];
  });

/** Whether the words stand there as such; the last may go on behind the match. */
const isPlain = (text: string, from: number, to: number): boolean => {
  const said = text.slice(from, to);
  if (/[a-z]/u.test(text[from - 1] ?? '')) return true;
  const words = said.replace(/[\s,;:"'()]+/gu, ' ');
  return PLAIN.test(words) && words.split(' ').every((word) => KNOWN.test(word));
};

interface Letters {
  readonly letters: string;
  /** Where in the text each of them stands. */
  readonly places: readonly number[];
}

/** The letters of a text; `once`: each a single time where it is repeated. */
const lettersOf = (text: string, once: boolean): Letters => {
  const places: number[] = [];
  let letters = '';
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter < 'a' || letter > 'z') continue;
    if (once && letter === last) continue;
    letters += letter;
    last = letter;
    places.push(at);
  }
  return { letters, places };
};
